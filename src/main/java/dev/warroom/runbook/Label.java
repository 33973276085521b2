package dev.warroom.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rule: what the word after a fence says about a block. */
enum Label {
    /** It runs. */
    SHELL,
    /** It is a recorded session: lines without a prompt are output. */
    SESSION,
    /** Nothing, or nothing that is known here, as a slip of the pen: its content tells. */
    NONE,
    /** Data or a query, unless its content is plainly shell: labels get copied. */
    DATA,
    /** What a tool reads, unless the tool itself is called in it: {@code sed}. */
    TOOL,
    /** A program, or what one printed. */
    OTHER;

    private static final Set<String> SHELLS =
            Set.of(
                    "sh",
                    "bash",
                    "shell",
                    "zsh",
                    "ksh",
                    "dash",
                    "ash",
                    "bsh",
                    "shellscript",
                    "shell-script",
                    "sh-script",
                    "cli",
                    "command",
                    "commandline",
                    "command-line",
                    "cmdline");
    private static final Set<String> SESSIONS =
            Set.of(
                    "console",
                    "terminal",
                    "term",
                    "shell-session",
                    "shellsession",
                    "sh-session",
                    "bash-session",
                    "shell_session",
                    "terminal-session");

    /** Data in which a number sign begins a remark, and is nobody's prompt. */
    private static final Set<String> REMARKED =
            Set.of(
                    "yaml",
                    "yml",
                    "ini",
                    "toml",
                    "conf",
                    "config",
                    "cfg",
                    "properties",
                    "env",
                    "dotenv");

    private static final Set<String> OTHER_DATA =
            Set.of(
                    "json",
                    "sql",
                    "mysql",
                    "psql",
                    "pgsql",
                    "postgresql",
                    "http",
                    "xml",
                    "html",
                    "csv",
                    "diff",
                    "redis",
                    "promql",
                    "logql",
                    "json5",
                    "jsonc",
                    "jsonl",
                    "jsonlines",
                    "ndjson",
                    "geojson",
                    "ldif",
                    "patch",
                    "plist",
                    "plpgsql",
                    "postgres",
                    "mssql",
                    "sqlite",
                    "traceql",
                    "logsql",
                    "metricsql",
                    "editorconfig");

    private static final Set<String> TOOLS =
            words("bc flux gdb gnuplot jq lldb nft screen sed tmux yq");

    private static final Set<String> PROGRAMS =
            words(
                    """
                    abap actionscript ada agda ahk ampl antlr apache apex applescript arduino as3
                    ascii ascii-art asciiart asciidoc asm asn1 aspnet aspx astro autohotkey autoit
                    awk backtrace ballerina bat batch batchfile bib bibtex bicep bindzone bison
                    bitbake blade blockdiag bnf bob bytefield bzl c c# c++ c4plantuml caddy
                    caddyfile capnp cc cfm chapel cil cisco clj clojure cmake cmakelists cmd cobol
                    codeowners codeql coffee coffeescript containerfile coq cpp cql cron crontab
                    crystal cs csharp cshtml csp css cu cucumber cuda cue cypher d2 dart dax dbml
                    delphi desktop devicetree diagram directory dirtree ditaa django dns-zone
                    dnszone docker-compose dockerfile dos dot dts dtsi ebnf edn ejs elixir elm
                    email eml erb erd erlang error esql ex excalidraw exs f90 f95 feature fennel
                    file-tree filetree flowchart forth fortran fsharp fsi fstab g4 gams gcode
                    gdscript gemfile gherkin git-commit git-config gitattributes gitconfig
                    gitignore gleam glsl gml go go-html-template go-template golang gotemplate
                    gotmpl gql gradle graphql graphviz groff groovy hack haml handlebars haproxy
                    har haskell haxe hbs hcl heex hlsl hocon hs htmldjango hx ics idris influxql
                    ino ipython janet java javascript jenkinsfile jinja jinja-html jinja2 jl js
                    json-ld jsonata jsonld jsonnet jsp jsx julia julia-repl juniper junos kconfig
                    kdl kotlin kql kt kts kusto latex lean leex less lhs liquid lisp livescript
                    llvm log logs logstash logtalk lookml lua m4 make makefile mako markdown
                    markmap mathematica matlab maxima md mdx mediawiki mel mermaid message metal
                    mikrotik mindmap mips mlir modelica mongo mongodb moonscript move msc mscgen
                    mustache named-conf nasm netrc newlisp nginx nginxconf nim ninja nix nomnoml
                    npmrc nsis nu nunjucks nushell nwdiag objc objective-c objectivec ocaml octave
                    odin opencl openscad out output packetdiag pascal pbtxt pem perl perl6 php
                    phtml pikchr pine pl plantuml plsql podfile pony posh postscript pov
                    powerquery powershell prisma procfile proguard prolog proto protobuf ps ps1
                    pug puml puppet purescript pwsh py py3tb pycon pyi pytb python python- python2
                    python3 qml qsharp r rackdiag racket raku razor rb reg regex regexp registry
                    rego repl requirements rescript response result results rexx robot
                    robotframework robots robots-txt roff ron routeros rs rss rst ruby rust sas
                    sass scad scala scheme scss smali smalltalk smarty smithy sml solidity soql
                    sosl sparql spice spl splunk sqf squirrel ssh-config ssh_config sshconfig
                    sshd_config stacktrace stan starlark stata stderr stdout structurizr stylus
                    sudoers supercollider sv svelte svg svgbob swift syslog systemd systemverilog
                    tcl templ terraform tex text-tree textile textproto tf tfvars thrift tikz
                    tla toc toit traceback tree treeview troff ts tsql tsv tsx ttl turtle twig
                    typescript typoscript typst uml v vagrantfile vala vb vb.net vba vbnet
                    vbscript vcl vega vega-lite vegalite velocity verilog vhdl vim viml vimrc
                    vimscript visual-basic vtl vue wasm wast wat wavedrom webassembly webidl
                    webmanifest wgsl wiki wikitext winbatch wireguard wireviz wolfram x86asm xhtml
                    xorg xpp xquery xsd xslt yacc yang yara zig zone
                    """);

    /** Of {@link #name}. */
    static Label of(String name) {
        if (SHELLS.contains(name)) {
            return SHELL;
        }
        if (SESSIONS.contains(name)) {
            return SESSION;
        }
        if (REMARKED.contains(name) || OTHER_DATA.contains(name)) {
            return DATA;
        }
        if (TOOLS.contains(name)) {
            return TOOL;
        }
        return PROGRAMS.contains(name) ? OTHER : NONE;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    /** Whether it names a configuration, data or a query. */
    static boolean isData(String name) {
        return of(name) == DATA;
    }

    /** Whether it names data in which a number sign begins a remark. */
    static boolean hasRemarks(String name) {
        return REMARKED.contains(name);
    }

    static boolean isShell(String name) {
        Label label = of(name);
        return label == SHELL || label == SESSION;
    }

    /**
     * The first word of a fence's info in lower case, without attributes; empty for none. The form
     * of Pandoc, {@code {.bash}}, counts too.
     */
    static String name(String info) {
        String words = info.strip();
        int from = words.startsWith("{.") ? 2 : words.startsWith(".") ? 1 : 0;
        int end = from;
        while (end < words.length() && " \t{},;:?=".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        boolean setting =
                end < words.length() && words.charAt(end) == '=' && end + 1 < words.length();
        return setting ? "" : words.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
