package dev.warroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

/** Which commands a script starts. Each is shown as its words in brackets. */
class ShellCommandsTest {

    private static String commands(String script) {
        return ShellCommands.in(script).all().stream()
                .map(
                        it ->
                                it.words().stream()
                                        .map(Word::text)
                                        .collect(Collectors.joining("|", "[", "]")))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            textBlock =
                    """
                    df -h /                              ~ [df|-h|/]
                    a; b && c || d | e & f               ~ [a][b][c][d][e][f]
                    'rm' "-rf" /x\\ y                    ~ [rm|-rf|/x y]
                    \\rm -rf x                           ~ [rm|-rf|x]
                    r"m" -r''f x                         ~ [rm|-rf|x]
                    A=1 B="2 3" run x                    ~ [run|x]
                    A=1                                  ~ §§
                    A=(one two) run                      ~ [run]
                    echo "$(date -u)"                    ~ [date|-u][echo|$(date -u)]
                    echo `date -u` x                     ~ [date|-u][echo|`date -u`|x]
                    echo "a # b" # c                     ~ [echo|a # b]
                    x=$(a | b)                           ~ [a][b]
                    diff <(a 1) <(b 2)                   ~ §[a|1][b|2][diff|<(a 1)|<(b 2)]§
                    a > out 2>&1 < in                    ~ [a]
                    a &> out                             ~ [a]
                    if a; then b; else c; fi             ~ [a][b][c]
                    for i in 1 2; do a "$i"; done        ~ [a|$i]
                    for ((i=0;i<3;i++)); do a; done      ~ [a]
                    while read l; do a; done < f         ~ [read|l][a]
                    until a; do sleep 1; done            ~ [a][sleep|1]
                    case $x in a|b) c;; *) d;; esac; e   ~ [c][d][e]
                    case "$(a)" in (b) c ;; esac         ~ [a][c]
                    [[ -f x && $y < 3 ]] && a            ~ [a]
                    (( i > 3 )) && a                     ~ [a]
                    echo $((1 + 2)) ${x:-$y}             ~ [echo|$((1 + 2))|${x:-$y}]
                    ( a; b ) && { c; }                   ~ [a][b][c]
                    f() { a; }; f                        ~ [a][f]
                    function f { a; }; f                 ~ [a][f]
                    ! a                                  ~ [a]
                    time a                               ~ [time|a][a]
                    echo $'a\\tb'                        ~ [echo|a\\tb]
                    echo {a,b} x?(y|z)                   ~ [echo|{a,b}|x?(y|z)]
                    echo 'unclosed                       ~ [echo|unclosed]
                    a |& b                               ~ [a][b]
                    curl http://h/a?b=c&d=e              ~ [curl|http://h/a?b=c]
                    """)
    void commandsAreFound(String script, String expected) {
        assertThat(commands(script)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            textBlock =
                    """
                    sudo -u app rm x                     ~ [rm|x]
                    sudo A=1 env B=2 rm x                ~ [rm|x]
                    timeout -k 5 30 tcpdump -i any       ~ [tcpdump|-i|any]
                    nohup nice -n 5 a &                  ~ [a]
                    find . -name x -exec rm {} \\;        ~ [rm|{}]
                    find . -exec rm {} + -print          ~ [rm|{}]
                    ls | xargs -I{} rm -f {}             ~ [rm|-f|{}]
                    ls | xargs -n 1 kill -9              ~ [kill|-9]
                    bash -c "a; b x"                     ~ [a][b|x]
                    sudo bash -ec 'a | b'                ~ [a][b]
                    su - app -c 'a b'                    ~ [a|b]
                    eval "a $x"                          ~ [a|$x]
                    trap 'rm -f x' EXIT                  ~ [rm|-f|x]
                    ssh -p 22 app@h "a; sudo b"          ~ [a][sudo|b][b]
                    ssh h a b                            ~ [a|b]
                    ssh h                                ~ §§
                    docker exec -it db mysql -e x        ~ [mysql|-e|x]
                    docker compose exec db mysql         ~ [mysql]
                    docker run --rm -v a:b img cmd x     ~ [cmd|x]
                    kubectl exec -it p -- sh -c 'a b'    ~ [sh|-c|a b][a|b]
                    kubectl get pods                     ~ §§
                    watch -n 2 'a | b'                   ~ [a][b]
                    echo 'a; b' | bash                   ~ [a][b]
                    echo a | sudo tee /x                 ~ [tee|/x]
                    command -v jq                        ~ §§
                    flock /tmp/l a b                     ~ [a|b]
                    pssh -h hosts -i 'a b'               ~ [a|b]
                    ansible web -m shell -a 'a b'        ~ [a|b]
                    gcloud compute ssh h --command='a'   ~ [a]
                    """)
    void whatAnotherCommandStartsIsFound(String script, String expected) {
        String all = commands(script);

        assertThat(all).endsWith(expected);
        assertThat(all.length() > expected.length()).as(all).isTrue();
    }

    @Test
    void hereDocumentsAreInputAndNoCommands() {
        List<Command> all = ShellCommands.in("mysql db <<'EOF' | a\nDROP TABLE x;\nEOF\nb\n").all();

        assertThat(all).extracting(Command::name).containsExactly("mysql", "a", "b");
        assertThat(all.getFirst().input()).isEqualTo("DROP TABLE x;\n");
    }

    @Test
    void aShellReadsWhatIsSaidToIt() {
        assertThat(commands("ssh h <<EOF\n  a b\nEOF")).isEqualTo("[ssh|h][a|b]");
        assertThat(commands("bash <<< 'a b'")).isEqualTo("[bash][a|b]");
    }

    @Test
    void aCommandKnowsItsPlace() {
        Command second = ShellCommands.in("a\n  if b; then\n    sudo c\n  fi").all().get(2);

        assertThat(second.line()).isEqualTo(3);
        assertThat(second.column()).isEqualTo(5);
    }

    @Test
    void whatRunsOnAnotherMachineIsMarked() {
        List<Command> all = ShellCommands.in("ssh h 'a | b'\nsudo c").all();

        assertThat(all.stream().filter(Command::elsewhere).map(Command::name))
                .containsExactly("a", "b");
    }

    @Test
    void functionsAreNamed() {
        assertThat(ShellCommands.in("f() { a; }\nfunction g {\n b\n}\nf; g").functions())
                .containsExactlyInAnyOrder("f", "g");
    }

    /**
     * Each would take minutes, or all of the stack, if it were read in its square or by recursion.
     */
    @Timeout(120)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(",
                "`a ",
                "sudo ",
                "\"",
                "'",
                "case x in ",
                "((",
                "[[ ",
                "a <<E\n",
                "a | ",
                "<(",
                "\"$(",
                "${",
                "(",
                "f() ",
                "bash -c \"",
                "find -exec ",
                "x=(",
                "$((",
                "\\",
                "${x:-'"
            })
    void hostileScriptsAreReadInBoundedTimeAndDepth(String part) {
        String script = part.repeat(50_000) + "\nx";

        assertThat(ShellCommands.in(script).all().size()).isLessThan(200_000);
    }
}
