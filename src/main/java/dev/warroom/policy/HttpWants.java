package dev.warroom.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP answer must be like.
 *
 * @param statuses the codes that are well, as inclusive ranges; at least one
 * @param body a regular expression that must be found in the body
 * @param headers names, without regard to case, and the regular expressions their values must hold
 * @param json a field that the body must have
 * @param certificateDays how many days the server's certificate must still be valid
 * @param send request headers
 * @param authorities a file of PEM certificates to trust beside the usual ones, relative to the
 *     workspace
 */
public record HttpWants(
        List<Codes> statuses,
        Optional<String> body,
        Map<String, String> headers,
        Optional<JsonField> json,
        Thresholds certificateDays,
        Map<String, String> send,
        Optional<String> authorities) {

    /** Inclusive. */
    public record Codes(int least, int most) {}

    /**
     * @param path names between dots, and places from 0 in brackets: {@code checks[0].status}
     * @param is what it must be; where empty, its number is the probe's figure
     */
    public record JsonField(String path, Optional<String> is) {}

    /** How long a certificate must last where nothing else is said. */
    public static final Thresholds USUAL_CERTIFICATE_DAYS = Thresholds.of("14:", "3:");

    public HttpWants {
        statuses = List.copyOf(statuses);
        headers = Map.copyOf(headers);
        send = Map.copyOf(send);
    }

    /** Only a status, or any from 200 to 299 where it is 0. */
    static HttpWants status(int status) {
        Codes codes = status == 0 ? new Codes(200, 299) : new Codes(status, status);
        return new HttpWants(
                List.of(codes),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                USUAL_CERTIFICATE_DAYS,
                Map.of(),
                Optional.empty());
    }

    /** Whether {@code status} is well. */
    public boolean accepts(int status) {
        return statuses.stream().anyMatch(it -> status >= it.least() && status <= it.most());
    }

    /** The JSON field whose number is the probe's figure. */
    public Optional<String> figure() {
        return json.filter(it -> it.is().isEmpty()).map(JsonField::path);
    }
}
