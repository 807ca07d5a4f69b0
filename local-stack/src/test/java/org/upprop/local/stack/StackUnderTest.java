package org.upprop.local.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import org.upprop.local.stack.Part.Running;

/** The whole stack on free ports and an empty folder, started once for all tests of a process, whose parts can be made to fail. */
public final class StackUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path HOME = Path.of(System.getProperty("upprop.home", ".."));

    private final Path folder;
    private final LocalStack stack;
    private final DataFolder data;

    private StackUnderTest() {
        try {
            folder = Files.createTempDirectory("upprop-stack-");
            // The database server of a stack that is root's passes through as another user.
            folder.toFile().setExecutable(true, false);
            data = DataFolder.take(folder);
            stack = new LocalStack(HOME, data, freePorts(), Console.ofThisProcess(), false);
            stack.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Below those that systems give to outgoing connections, since a service that listens some seconds later would find
     * its port taken by one of these.
     */
    public static Ports freePorts() {
        int[] ports = ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .distinct()
                .filter(StackUnderTest::isFree)
                .limit(9)
                .toArray();
        return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7], ports[8]);
    }

    public Ports ports() {
        return stack.ports();
    }

    public String token() {
        return data.token();
    }

    /** As a crash; the stack starts the part again. */
    public void kill(String part) {
        running(part).kill();
    }

    /** Returns when a part that was killed is back. */
    public void awaitBack(String part, long formerPid) {
        await().atMost(PATIENCE)
                .until(() -> stack.part(part)
                        .running()
                        .filter(life -> life.pid() != formerPid && life.isReady())
                        .isPresent());
    }

    public long pid(String part) {
        return running(part).pid();
    }

    /** Stops a part until it is started. */
    public void stop(String part) {
        stack.part(part).stop();
    }

    public void start(String part) {
        stack.part(part).start().join();
    }

    /** Starts a service with a setting of its own, until it is started again. */
    public void startSet(String service, String setting) throws IOException {
        Path file = data.services().resolve(service).resolve("application.properties");
        Files.writeString(file, setting);
        start(service);
        Files.delete(file);
    }

    /** What whoever names a database of this stack says on a command line. */
    public List<String> databaseOptions(String service) {
        return List.of(
                "--url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports().postgres(), service),
                "--password-file=" + folder.resolve("secrets").resolve("database"));
    }

    /** Everything that a part has said so far. */
    public List<String> said(String part) throws IOException {
        return Files.readAllLines(data.logs().resolve(part + ".log"));
    }

    /** Changes what a service keeps, as only time does otherwise. */
    public void execute(String service, String sql) throws SQLException {
        String database = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports().postgres(), service);
        try (Connection connection = DriverManager.getConnection(database, service, data.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Running running(String part) {
        return stack.part(part).running().orElseThrow();
    }

    private void close() {
        stack.close();
        try {
            data.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Gives the one stack of this process to every test class that asks for it; it ends with the process. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == StackUnderTest.class;
        }

        @Override
        public StackUnderTest resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Once.STACK;
        }

        /** Started when it is first asked for. */
        private static final class Once {

            static final StackUnderTest STACK = new StackUnderTest();

            static {
                Runtime.getRuntime().addShutdownHook(new Thread(STACK::close, "stack-stop"));
            }
        }
    }
}
