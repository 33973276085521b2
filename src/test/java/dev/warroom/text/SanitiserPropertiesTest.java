package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SanitiserPropertiesTest {

    @Provide
    Arbitrary<String> hostile() {
        return Hostile.text();
    }

    @Property(seed = "745584293")
    void nothingDangerousComesOut(@ForAll("hostile") String raw) {
        assertThat(Sanitiser.line(raw).codePoints().filter(Hostile::dangerous).count()).isZero();
    }

    @Property(seed = "247715615")
    void doingItAgainChangesNothing(@ForAll("hostile") String raw) {
        String once = Sanitiser.line(raw);
        assertThat(Sanitiser.line(once)).isSameAs(once);
    }

    @Property(seed = "443995529")
    void printableAsciiIsKept(@ForAll("hostile") String raw) {
        String words = raw.replaceAll("[^a-z ]", "");
        assertThat(Sanitiser.line(words)).isSameAs(words);
    }
}
