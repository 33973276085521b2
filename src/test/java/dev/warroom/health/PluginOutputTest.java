package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Range;
import dev.warroom.room.Metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class PluginOutputTest {

    /** The example of the plugin API. */
    @Test
    void textLongOutputAndPerformanceDataAreTakenApart() {
        PluginOutput output =
                PluginOutput.parse(
                        """
                        DISK OK - free space: / 3326 MB (56%); | /=2643MB;5948;5958;0;5968
                        / 15272 MB (77%);
                        /boot 68 MB (69%);
                        /home 69357 MB (27%);
                        /var/log 819 MB (84%); | /boot=68MB;88;93;0;98
                        /home=69357MB;253404;253409;0;253414
                        /var/log=818MB;970;975;0;980\
                        """);

        assertThat(output.text()).isEqualTo("DISK OK - free space: / 3326 MB (56%);");
        assertThat(output.output())
                .containsExactly(
                        "/ 15272 MB (77%);",
                        "/boot 68 MB (69%);", "/home 69357 MB (27%);", "/var/log 819 MB (84%);");
        assertThat(output.metrics())
                .extracting(Metric::label)
                .containsExactly("/", "/boot", "/home", "/var/log");
        assertThat(output.metrics().getFirst())
                .isEqualTo(
                        new Metric(
                                "/",
                                OptionalDouble.of(2643),
                                "MB",
                                Range.parse("5948"),
                                Range.parse("5958"),
                                OptionalDouble.of(0),
                                OptionalDouble.of(5968)));
    }

    @Test
    void labelsMayBeQuotedAndLimitsLeftOut() {
        List<Metric> metrics =
                PerformanceData.parse(
                        "'it''s used'=12.5%;80;@10:20 time=0.004s;;~:2 users=U c=12c;;;0 x=-1.5e2");

        assertThat(metrics)
                .extracting(Metric::label)
                .containsExactly("it's used", "time", "users", "c", "x");
        assertThat(metrics.get(0).critical()).isEqualTo(Range.parse("@10:20"));
        assertThat(metrics.get(1).warning()).isEmpty();
        assertThat(metrics.get(1).critical()).isEqualTo(Range.parse("~:2"));
        assertThat(metrics.get(2).value()).isEmpty();
        assertThat(metrics.get(3).unit()).isEqualTo("c");
        assertThat(metrics.get(4).value()).hasValue(-150);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheRestIsTaken() {
        assertThat(PerformanceData.parse("nonsense =5 'open=3 a=x b=2;zz;5:1;q ok=1"))
                .extracting(Metric::label, it -> it.value().orElse(-1))
                .contains(
                        org.assertj.core.groups.Tuple.tuple("b", 2.0),
                        org.assertj.core.groups.Tuple.tuple("ok", 1.0));
    }

    @Property(seed = "5", tries = 3_000)
    void anyOutputIsTakenApartWithoutAnError(@ForAll String written) {
        PluginOutput output = PluginOutput.parse(written);

        assertThat(output.text()).doesNotContain("|", "\n");
        assertThat(output.metrics()).hasSizeLessThanOrEqualTo(PerformanceData.MOST);
        assertThat(output.metrics())
                .allMatch(it -> Optional.of(it.label()).filter(String::isEmpty).isEmpty());
    }
}
