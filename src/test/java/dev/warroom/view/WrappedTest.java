package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where long lines go on. */
class WrappedTest {

    @Test
    void codeGoesOnBelowItself() {
        assertThat(Wrapped.hanging("    gatectl show --all --north --south", 24))
                .containsExactly("    gatectl show --all", "    --north --south");
    }

    @Test
    void wordsGoOnAtTheLeft() {
        assertThat(Wrapped.hanging("Look at all of the gates", 12))
                .containsExactly("Look at all", "of the gates");
    }

    @Test
    void whatBeginsFarToTheRightGoesOnAtTheLeft() {
        assertThat(Wrapped.hanging("         gatectl show --all", 18))
                .containsExactly("         gatectl", "show --all");
    }
}
