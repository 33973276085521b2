package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.EveryCommandEvent;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Policy;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class PostMortemTest {

    private static final Path GOLDEN = Path.of("src/test/resources/report");
    private static final Instant NOW = EveryEvent.START.plusSeconds(3_600);

    private static Incident incident(List<IncidentEvent> events) {
        return Incident.replay("INC-7", EveryEvent.facts(events));
    }

    private static String markdown(List<IncidentEvent> events) {
        return PostMortem.markdown(
                incident(events), Policy.usual(), NOW, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void anIncidentWithEverythingInItReadsLikeThis() throws Exception {
        List<IncidentEvent> events = new ArrayList<>(EveryEvent.events());
        events.removeIf(
                event ->
                        event instanceof IncidentEvent.ChecklistStarted
                                || event instanceof IncidentEvent.ChecklistClosed);
        golden("incident.md", markdown(events));
    }

    @Test
    void howItWasCommandedReadsLikeThis() throws Exception {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new Declared(Severity.P2, "No page loads", "web", "/srv/team"));
        events.addAll(EveryCommandEvent.events());
        golden("commanded.md", markdown(events));
    }

    @Test
    void theOptionsThatWereNotTakenAndTheSumsOfOutputsAreNamed() {
        Library library =
                RunbookReader.read(
                        "runbooks/p1.md",
                        "# P1: x\n\n**Option 1: Restart**\n\n```bash\nrestart\n```\n\n"
                                + "**Option 2: Roll back**\n\n```bash\nroll\n```\n");
        Choice choice =
                (Choice) library.runbooks().getFirst().sections().getFirst().items().getFirst();
        String text =
                PostMortem.markdown(
                        incident(
                                List.of(
                                        new Declared(Severity.P1, "x", "", ""),
                                        new StepStarted("INC-7-1", "s", "Roll", "roll", "local"),
                                        new IncidentEvent.OptionChosen(
                                                choice.id(),
                                                choice.options().get(1).id(),
                                                "Roll back",
                                                "schema"))),
                        Policy.usual(),
                        NOW,
                        ZoneId.of("UTC"),
                        new Evidence(library, Map.of("INC-7-1", "abc123")));

        assertThat(text)
                .contains("chose Roll back: schema\n  - not taken: Option 1, Restart\n")
                .contains("Its output: 0 bytes, SHA-256 abc123");
    }

    @Test
    void anOpenIncidentThatNobodyTookReadsLikeThis() throws Exception {
        golden(
                "untaken.md",
                markdown(List.of(new Declared(Severity.P1, "No page loads", "", "/srv/team"))));
    }

    @Test
    void aChecklistHasNoTargets() throws Exception {
        golden(
                "checklist.md",
                PostMortem.markdown(
                        Incident.replay(
                                "RUN-2",
                                EveryEvent.facts(
                                        List.of(
                                                new IncidentEvent.ChecklistStarted(
                                                        "Morning round", "/srv/team"),
                                                new IncidentEvent.StepDone("a", "Look around"),
                                                new IncidentEvent.ChecklistClosed()))),
                        Policy.usual(),
                        NOW,
                        ZoneId.of("UTC")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b || c",
                "`x` ``` ```` |",
                "<script>alert(1)</script> <!-- <b>",
                "one\ntwo\r\n\r\n# three\n- four\n> five\n1. six\n---\n    seven",
                "![i](http://x) [l](http://x) <http://x>",
                "**bold** _it_ ~~gone~~ \\",
                "```\n# out of the fence\n~~~\n",
                "\u001b[2J\u0007\u202Eevil\u009B",
                "\\",
                "&lt;b&gt; &copy;",
                "| |\n|---|\n",
                "===",
                "[x]: http://x"
            })
    void hostileTextLeavesTheDocumentAsItIs(String text) {
        String plain = shape(markdown(everywhere("word")));
        String hostile = markdown(everywhere(text));
        assertThat(shape(hostile)).as(hostile).isEqualTo(plain);
        assertThat(hostile.codePoints())
                .noneMatch(c -> (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0x202E);
    }

    static List<IncidentEvent> everywhere(String text) {
        return List.of(
                new Declared(Severity.P2, text, text, text),
                new StepStarted("r", text, text, text, text),
                new IncidentEvent.OptionChosen(text, text, text, text),
                new IncidentEvent.ValueSet(text, text),
                new IncidentEvent.HealthChanged(text, text, text, text),
                new NoteAdded(text),
                new IncidentEvent.StatusUpdated(text),
                new CommandEvent.RoleAssigned(text, text),
                new CommandEvent.MessageSent(text, text, text),
                new CommandEvent.HookAnswered(text, text, false, text),
                new CommandEvent.Escalated(2, text, text, Duration.ofMinutes(1)),
                new CommandEvent.FollowUpAdded(1, text, text),
                new IncidentEvent.Resolved(text, text));
    }

    /** The document's headings, rows and blocks, without the words in them. */
    private static String shape(String markdown) {
        StringBuilder shape = new StringBuilder();
        Node document =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .build()
                        .parse(markdown);
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        shape.append("h").append(heading.getLevel()).append('\n');
                    }

                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableRow) {
                            shape.append("row\n");
                        } else if (node instanceof TableCell) {
                            shape.append("cell\n");
                        }
                        visitChildren(node);
                    }

                    @Override
                    public void visit(FencedCodeBlock block) {
                        shape.append("code\n");
                    }

                    @Override
                    public void visit(HtmlBlock block) {
                        shape.append("html\n");
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        shape.append("html\n");
                    }

                    @Override
                    public void visit(Image image) {
                        shape.append("image\n");
                    }

                    @Override
                    public void visit(Link link) {
                        shape.append("link\n");
                    }

                    @Override
                    public void visit(org.commonmark.node.BlockQuote quote) {
                        shape.append("quote\n");
                        visitChildren(quote);
                    }

                    @Override
                    public void visit(org.commonmark.node.ListItem item) {
                        shape.append("item\n");
                        visitChildren(item);
                    }

                    @Override
                    public void visit(org.commonmark.node.ThematicBreak rule) {
                        shape.append("rule\n");
                    }

                    @Override
                    public void visit(org.commonmark.node.Emphasis emphasis) {
                        shape.append("emphasis\n");
                    }

                    @Override
                    public void visit(org.commonmark.node.StrongEmphasis emphasis) {
                        shape.append("strong\n");
                    }

                    @Override
                    public void visit(org.commonmark.node.Code code) {
                        shape.append("inline code\n");
                    }

                    @Override
                    public void visit(org.commonmark.node.IndentedCodeBlock code) {
                        shape.append("indented\n");
                    }
                });
        return shape.toString();
    }

    @Test
    void thousandsOfFactsAreCutAndSaidSo() {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new Declared(Severity.P3, "t", "", ""));
        for (int i = 0; i < PostMortem.MOST_ROWS + 6; i++) {
            events.add(new IncidentEvent.HealthChanged("api", "ok", "warning", ""));
        }
        assertThat(markdown(events)).contains("7 more facts are in the incident's journal.");
    }

    private static void golden(String name, String actual) throws Exception {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "(no such file)\n";
        assertThat(actual)
                .as("%s\n--- expected ---\n%s--- actual ---\n%s", name, expected, actual)
                .isEqualTo(expected);
    }
}
