package dev.warroom.cli;

import picocli.CommandLine.Option;

import java.util.function.Supplier;

/** How a report is written. */
final class FormatOption {

    /** The names are what people type. */
    enum Format {
        md,
        html,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "md, html (one page that needs nothing else) or json (default: md).")
    private Format format = Format.md;

    /** The report as it was asked for; each ends with a line break. */
    String written(Supplier<String> markdown, Supplier<String> html, Supplier<String> json) {
        return switch (format) {
            case md -> markdown.get();
            case html -> html.get();
            case json -> json.get() + "\n";
        };
    }
}
