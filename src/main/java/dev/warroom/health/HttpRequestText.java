package dev.warroom.health;

import dev.warroom.policy.Check;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What a probe sends to a web service. */
final class HttpRequestText {

    private HttpRequestText() {}

    static boolean webAddress(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null;
    }

    /** Without the brackets of an IPv6 address. */
    static String host(URI url) {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    /** All headers that are sent, by name. */
    static Map<String, String> headers(Check.Http check) {
        URI url = check.url();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Host", url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : ""));
        headers.put("User-Agent", "warroom-probe");
        headers.put("Accept", "*/*");
        if (url.getUserInfo() != null) {
            byte[] user = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        headers.putAll(check.wants().send());
        headers.put("Connection", "close");
        return headers;
    }

    static String of(Check.Http check) {
        URI url = check.url();
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder text = new StringBuilder("GET ").append(path);
        if (url.getRawQuery() != null) {
            text.append('?').append(url.getRawQuery());
        }
        text.append(" HTTP/1.1\r\n");
        headers(check).forEach((name, value) -> text.append(line(name, value)).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static String line(String name, String value) {
        return (name + ": " + value).replaceAll("[\\r\\n]", " ");
    }
}
