package dev.warroom.workspace;

import dev.warroom.policy.HttpWants;
import dev.warroom.policy.HttpWants.Codes;
import dev.warroom.policy.HttpWants.JsonField;
import dev.warroom.policy.Thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an http probe wants of an answer. */
final class HttpReader {

    static final List<String> KEYS =
            List.of("status", "body", "headers", "json", "certificate", "send", "authorities");

    private static final int MOST = 20;
    private static final Pattern CODES = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");
    private static final Pattern PATH =
            Pattern.compile("[^.\\[\\]\\s]+(\\[\\d{1,6}])*(\\.[^.\\[\\]\\s]+(\\[\\d{1,6}])*)*");

    private final Findings findings;

    HttpReader(Findings findings) {
        this.findings = findings;
    }

    Optional<HttpWants> read(Fields fields) {
        Optional<String> body =
                fields.text("body", "'\"status\":\"up\"'")
                        .filter(
                                it ->
                                        PatternCheck.good(
                                                it, "body", fields.valueAt("body"), findings));
        Map<String, String> headers = fields.mapping("headers", MOST, "{Content-Type: json}");
        headers.values()
                .removeIf(
                        it ->
                                !PatternCheck.good(
                                        it, "headers", fields.valueAt("headers"), findings));
        return Optional.of(
                new HttpWants(
                        statuses(fields),
                        body,
                        headers,
                        json(fields),
                        certificate(fields),
                        fields.mapping("send", MOST, "{Accept: application/json}"),
                        fields.text("authorities", "certificates/internal.pem")));
    }

    private List<Codes> statuses(Fields fields) {
        List<Codes> codes = new ArrayList<>();
        for (YamlNode.Scalar written : fields.texts("status", MOST, "[200, 401]")) {
            Matcher parts = CODES.matcher(written.text());
            int least = parts.matches() ? Integer.parseInt(parts.group(1)) : 1;
            int most =
                    parts.matches() && parts.group(2) != null
                            ? Integer.parseInt(parts.group(2))
                            : least;
            if (!parts.matches() || most < least) {
                findings.error(
                        written.at(),
                        "\"status\" must be a number from 100 to 599, or two such as 200-299, and"
                                + " is \""
                                + Shown.of(written.text())
                                + "\"",
                        "Write for example: status: 401");
            } else {
                codes.add(new Codes(least, most));
            }
        }
        return codes.isEmpty() ? List.of(new Codes(200, 299)) : codes;
    }

    private Optional<JsonField> json(Fields fields) {
        Optional<YamlNode> node = fields.node("json");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Fields parts = fields;
        String key = "json";
        Optional<String> is = Optional.empty();
        if (node.get() instanceof YamlNode.Mapping) {
            parts = Fields.of(node.get(), "json", List.of("field", "is"), findings);
            key = "field";
            is = parts.text("is", "up");
        }
        Fields from = parts;
        String name = key;
        Optional<String> path = from.text(name, "checks.database.status");
        if (path.isEmpty() && !from.has(name)) {
            findings.error(
                    from.at(),
                    "json does not say which field",
                    "Write for example: json: {field: status, is: up}");
        }
        Optional<String> value = is;
        return path.filter(
                        it -> {
                            boolean good = PATH.matcher(it).matches();
                            if (!good) {
                                findings.error(
                                        from.valueAt(name),
                                        "\"%s\" must be names between dots, and is \"%s\""
                                                .formatted(name, Shown.of(it)),
                                        "Write for example: " + name + ": checks[0].status");
                            }
                            return good;
                        })
                .map(it -> new JsonField(it, value));
    }

    private Thresholds certificate(Fields fields) {
        if (!fields.has("certificate")) {
            return HttpWants.USUAL_CERTIFICATE_DAYS;
        }
        Fields parts =
                Fields.of(
                        fields.node("certificate").orElseThrow(),
                        "certificate",
                        List.of("warning", "critical"),
                        findings);
        return ThresholdReader.days(findings).read(parts).or(HttpWants.USUAL_CERTIFICATE_DAYS);
    }
}
