package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class MaskingPropertiesTest {

    private static final String SECRET = "tr0ub4dor&3";
    private static final Masking MASKING = Masking.usual().knowing(List.of(SECRET));

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(SECRET, "tr0ub4", "dor&3", "\n", "\r\n", " ", "x", "é", "password=")
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
    }

    /** However the bytes come, in lines of any length, nothing that is shown holds the secret. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "71830033")
    void noSecretIsShownHoweverItsBytesAreCutIntoPieces(
            @ForAll("words") List<String> words, @ForAll("cuts") List<Integer> cuts) {
        byte[] bytes = String.join("", words).getBytes(StandardCharsets.UTF_8);
        List<String> whole = lines(bytes, List.of(bytes.length + 1), 1 << 12);
        List<String> pieces = lines(bytes, cuts, 1 << 12);

        assertThat(pieces).isEqualTo(whole);
        assertThat(pieces).noneMatch(it -> it.contains(SECRET));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "71830034")
    void noBeginningOfASecretIsShownWhereALineIsCut(
            @ForAll("words") List<String> before, @ForAll("cuts") List<Integer> cuts) {
        String text = String.join("", before).replaceAll("[\r\n]", "") + SECRET + "y".repeat(40);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int secretAt = bytes.length - SECRET.length() - 40;
        int most = Math.max(4, secretAt + 6);

        List<String> shown = lines(bytes, cuts, most);

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst())
                .doesNotContain(SECRET)
                .doesNotEndWith(SECRET.substring(0, 6) + " +" + (bytes.length - most) + " bytes");
    }

    private static List<String> lines(byte[] bytes, List<Integer> cuts, int most) {
        List<String> shown = new ArrayList<>();
        LineAssembler assembler =
                new LineAssembler(most, line -> shown.add(MASKING.maskedLine(line)));
        int from = 0;
        for (int i = 0; from < bytes.length; i++) {
            int count = Math.min(cuts.get(i % cuts.size()), bytes.length - from);
            assembler.add(bytes, from, count);
            from += count;
        }
        assembler.flush();
        return shown;
    }
}
