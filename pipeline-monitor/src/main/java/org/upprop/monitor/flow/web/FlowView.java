package org.upprop.monitor.flow.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.control.Brake;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.Broker.Disk;
import org.upprop.monitor.flow.History;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.Pipeline;
import org.upprop.monitor.flow.Rates;
import org.upprop.monitor.flow.Span;
import org.upprop.monitor.flow.StageFlow;
import org.upprop.monitor.flow.Verdict;
import org.upprop.monitor.funnel.MailQueue;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the flow shows.
 *
 * @param stylesheet the address of what only this page looks like
 * @param script the address of what keeps it as the flow is; it works without
 * @param pipeline nothing before the broker answered for the first time
 * @param brokers the brokers, each by itself
 * @param brokerAnswers whether the broker answered the last look
 * @param brakes those that are on
 * @param mails nothing while verification does not answer
 */
public record FlowView(
        Frame frame,
        Words words,
        String stylesheet,
        Optional<String> script,
        @Nullable Pipeline pipeline,
        List<Broker> brokers,
        History history,
        boolean brokerAnswers,
        List<Brake> brakes,
        @Nullable MailQueue mails)
        implements MonitorPage {

    /** What alerts, too. */
    private static final Duration NEAR = Duration.ofDays(1);

    public String rate(double aSecond) {
        return words.say("rate", aSecond);
    }

    public String behind(@Nullable Duration behind) {
        return behind == null ? words.say("unknown") : time(behind);
    }

    /** In how long a mail leaves that is owed now. */
    public String expected(MailQueue of) {
        Long seconds = of.expectedSeconds();
        return seconds == null ? words.say("unknown") : time(Duration.ofSeconds(seconds));
    }

    public String drain(Rates rates) {
        Duration drain = rates.drain();
        return drain == null ? words.say("never") : time(drain);
    }

    /** How the stage was, for each span of which something is known. */
    public List<SpanView> pasts(StageFlow stage) {
        return Arrays.stream(Span.values())
                .filter(span -> !history.of(stage.stage(), span).isEmpty())
                .map(span -> SpanView.of(span, history.of(stage.stage(), span)))
                .toList();
    }

    /** What retention may delete soon before it is read, as a sentence; nothing if that is not soon. */
    public Optional<String> headroom(StageFlow stage) {
        return Optional.ofNullable(stage.headroom())
                .filter(left -> left.compareTo(NEAR) < 0)
                .map(left -> words.say("headroom", time(left)));
    }

    /** The partitions that something is wrong with, or that get far more than others. */
    public static List<PartitionFlow> troubled(StageFlow stage) {
        return stage.partitions().stream()
                .filter(partition -> partition.verdict() != Verdict.OK || stage.isHot(partition))
                .toList();
    }

    /** The brokers that are lost, or soon will be. */
    public List<Broker> troubledBrokers() {
        return brokers.stream()
                .filter(broker -> broker.state() != Broker.State.OK)
                .toList();
    }

    public String say(Broker broker) {
        Disk disk = broker.disk();
        return words.say(
                "broker." + broker.state().id(), Integer.toString(broker.id()), disk == null ? 0 : disk.freeShare());
    }

    public String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return words.say("time.seconds", Math.max(0, time.toMillis()) / 1_000.0);
        }
        if (seconds < 3_600) {
            return words.say("time.minutes", seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? words.say("time.hours", seconds / 3_600, seconds / 60 % 60)
                : words.say("time.days", seconds / 86_400, seconds / 3_600 % 24);
    }
}
