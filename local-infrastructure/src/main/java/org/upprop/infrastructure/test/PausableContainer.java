package org.upprop.infrastructure.test;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.containers.GenericContainer;

record PausableContainer(GenericContainer<?> container) implements Infrastructure.Pausable {

    @Override
    public void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
