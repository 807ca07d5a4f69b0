package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.flow.Broker.Disk;
import org.upprop.monitor.flow.Broker.State;

class BrokerTests {

    private static final Disk HALF = new Disk(1_000, 500, false);

    @Test
    void isOkWhereItAnswersWhetherOrNotItTellsOfItsDisk() {
        assertThat(new Broker(1, true, HALF).state()).isEqualTo(State.OK);
        assertThat(new Broker(1, true, null).state()).isEqualTo(State.OK);
    }

    @Test
    void isLostWhereItDoesNotAnswer() {
        assertThat(new Broker(1, false, HALF).state()).isEqualTo(State.LOST);
        assertThat(new Broker(1, false, null).state()).isEqualTo(State.LOST);
        assertThat(new Broker(1, false, new Disk(100_000_000_000L, 9_900_000_000L, false)).state())
                .isEqualTo(State.LOST);
    }

    @Test
    void hasADiskThatGetsFull() {
        assertThat(new Broker(1, true, new Disk(1_000, 100, false)).state()).isEqualTo(State.OK);
        assertThat(new Broker(1, true, new Disk(1_000, 99, false)).state()).isEqualTo(State.DISK_LOW);
        assertThat(new Broker(1, true, new Disk(1_000, 10, false)).state()).isEqualTo(State.DISK_LOW);
        assertThat(new Broker(1, true, new Disk(1_000, 9, false)).state()).isEqualTo(State.DISK_FULL);
    }

    /** A broker that has no disk left to write to ends. */
    @Test
    void keepsTheCauseWhenItIsGone() {
        assertThat(new Broker(1, false, new Disk(1_000_000_000, 89_000_000, false)).state())
                .isEqualTo(State.DISK_FULL);
        assertThat(new Broker(1, false, new Disk(1_000, 9, false)).state()).isEqualTo(State.DISK_FULL);
        assertThat(new Broker(1, true, new Disk(0, 0, true)).state()).isEqualTo(State.DISK_FULL);
    }

    @Test
    void knowsHowLongADiskLastsAtTheLeast() {
        assertThat(new Disk(100_000_000_000L, 51_000_000_000L, false).lasts()).isEqualTo(Duration.ofSeconds(100));
        assertThat(new Disk(100_000_000_000L, 1_000_000_000L, false).lasts()).isZero();
        assertThat(new Disk(0, 0, true).lasts()).isZero();
    }
}
