package org.upprop.monitor.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.tools.consumer.group.ConsumerGroupCommand;

/** Kafka's own tool, as a user runs it. */
record GroupTool(String bootstrapServers) {

    /** The lag of each partition that the group committed something for. */
    Map<PartitionId, Long> lag(Stage stage) {
        List<String> lines = run("--describe", "--group", stage.group(), "--offsets");
        List<String> columns = List.of();
        Map<PartitionId, Long> lag = new HashMap<>();
        for (String line : lines) {
            List<String> cells = List.of(line.strip().split("\\s+"));
            if (cells.contains("LAG")) {
                columns = cells;
            } else if (cells.getFirst().equals(stage.group())
                    && !cells.get(columns.indexOf("LAG")).equals("-")) {
                lag.put(
                        new PartitionId(
                                cells.get(columns.indexOf("TOPIC")),
                                Integer.parseInt(cells.get(columns.indexOf("PARTITION")))),
                        Long.parseLong(cells.get(columns.indexOf("LAG"))));
            }
        }
        return lag;
    }

    private List<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ConsumerGroupCommand.class.getName(),
                "--bootstrap-server",
                bootstrapServers));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .start()
                    .inputReader()
                    .lines()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
