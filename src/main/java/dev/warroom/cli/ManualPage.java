package dev.warroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The manual page of the program and its commands, in the macros of groff_man(7). */
final class ManualPage {

    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /**
     * @param program with its subcommands
     */
    static String of(CommandSpec program) {
        var manual = new ManualPage();
        manual.line(".TH WARROOM 1 \"\" \"warroom\" \"User Commands\"");
        manual.line(".SH NAME");
        manual.line("warroom \\- " + escaped(words(program)));
        manual.line(".SH SYNOPSIS");
        manual.line(".B warroom");
        manual.line("\\fICOMMAND\\fR [\\fIOPTIONS\\fR]");
        manual.line(".SH COMMANDS");
        program.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .forEach(manual::command);
        manual.line(".SH EXIT STATUS");
        manual.line("0 all is well, 1 what was looked at is not, 2 wrong use or configuration.");
        return manual.page.toString();
    }

    private void command(CommandSpec command) {
        line(".SS \"warroom " + escaped(command.name() + arguments(command)) + "\"");
        line(escaped(words(command)));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            entry(parameter.paramLabel(), parameter.description());
        }
        for (OptionSpec option : command.options()) {
            // The same two stand with every command.
            if (!option.longestName().equals("--help")
                    && !option.longestName().equals("--version")) {
                String label = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
                entry(String.join(", ", option.names()) + label, option.description());
            }
        }
    }

    private static String arguments(CommandSpec command) {
        return String.join(
                "",
                command.positionalParameters().stream()
                        .map(
                                it ->
                                        it.required()
                                                ? " " + it.paramLabel()
                                                : " [" + it.paramLabel() + "]")
                        .toList());
    }

    private void entry(String name, String[] description) {
        line(".TP");
        line(".B \"" + escaped(name) + "\"");
        line(escaped(String.join(" ", description)));
    }

    private static String words(CommandSpec command) {
        return String.join(" ", Arrays.asList(command.usageMessage().description()));
    }

    /** Hyphens that must stay hyphens, and what the macros would take for their own. */
    private static String escaped(String text) {
        String plain =
                text.replace("…", "...")
                        .replace("\\", "\\e")
                        .replace("-", "\\-")
                        .replace("\"", "\\(dq");
        String marked = plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
        // Whatever letters groff is told to expect, it knows each by its number.
        return marked.codePoints()
                .mapToObj(
                        it ->
                                it < 0x80
                                        ? Character.toString(it)
                                        : String.format(Locale.ROOT, "\\[u%04X]", it))
                .collect(Collectors.joining());
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
