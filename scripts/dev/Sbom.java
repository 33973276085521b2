import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes the bill of materials of a package from Maven's: says in which file each library is, adds
 * the program's own jar and the Java runtime, and leaves out what one sum is enough for. Fails
 * where the package has a jar that Maven does not know of, or the other way around.
 *
 * <p>Arguments: Maven's bill, the package's folder, the time of the package in seconds.
 */
final class Sbom {

    private static final String FILE = "warroom:file";

    /** Where Maven's plugin takes a licence's name for another one. */
    private static final Map<String, String> LICENCES =
            Map.of("jline", "BSD-3-Clause", "lanterna", "LGPL-3.0-only");

    private final Path top;
    private final ObjectNode bill;

    private Sbom(Path top, ObjectNode bill) {
        this.top = top;
        this.bill = bill;
    }

    public static void main(String[] arguments) throws Exception {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Path top = Path.of(arguments[1]);
        var sbom = new Sbom(top, (ObjectNode) mapper.readTree(Path.of(arguments[0]).toFile()));
        sbom.complete(Instant.ofEpochSecond(Long.parseLong(arguments[2])));
        // Bills of the same have the same number, others another one.
        sbom.bill.remove("serialNumber");
        byte[] content = mapper.writeValueAsBytes(sbom.bill);
        sbom.bill.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content));
        String text = mapper.writeValueAsString(sbom.bill).replace(System.lineSeparator(), "\n");
        Path written = top.resolve("share/warroom.cdx.json");
        Files.writeString(written, text + "\n", StandardCharsets.UTF_8);
    }

    private void complete(Instant time) throws IOException, GeneralSecurityException {
        ObjectNode metadata = (ObjectNode) bill.get("metadata");
        metadata.put("timestamp", time.toString());
        metadata.path("tools")
                .path("components")
                .forEach(tool -> oneSum((ObjectNode) tool, sum((ObjectNode) tool)));
        ObjectNode program = (ObjectNode) metadata.get("component");
        program.putArray("licenses").addObject().putObject("license").put("id", "MIT");
        place(program, "program/warroom.jar");

        Map<String, String> files = jars();
        for (var each : bill.get("components")) {
            ObjectNode library = (ObjectNode) each;
            String file = files.remove(sum(library));
            if (file == null) {
                throw new IOException("not in the package: " + library.get("bom-ref").asString());
            }
            place(library, file);
            String licence = LICENCES.get(library.get("name").asString());
            if (licence != null) {
                library.putArray("licenses").addObject().putObject("license").put("id", licence);
            }
        }
        if (!files.isEmpty()) {
            throw new IOException("not in Maven's bill of materials: " + files.values());
        }
        runtime();
    }

    /** The libraries' files by their sums. */
    private Map<String, String> jars() throws IOException, GeneralSecurityException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> jars = Files.list(top.resolve("program/lib"))) {
            for (Path jar : jars.sorted().toList()) {
                files.put(sum(jar), top.relativize(jar).toString());
            }
        }
        return files;
    }

    private void runtime() throws IOException, GeneralSecurityException {
        Map<String, String> release = new TreeMap<>();
        for (String line : Files.readAllLines(top.resolve("runtime/release"))) {
            String[] words = line.split("=", 2);
            release.put(words[0], words[1].replace("\"", ""));
        }
        String version = release.getOrDefault("JAVA_RUNTIME_VERSION", release.get("JAVA_VERSION"));
        ObjectNode runtime = ((ArrayNode) bill.get("components")).addObject();
        runtime.put("type", "platform");
        runtime.put("bom-ref", "java-runtime");
        runtime.putObject("supplier").put("name", release.getOrDefault("IMPLEMENTOR", "unknown"));
        runtime.put("name", "OpenJDK");
        runtime.put("version", version);
        runtime.put("description", "Java runtime of the modules " + release.get("MODULES"));
        runtime.putArray("licenses")
                .addObject()
                .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        place(runtime, "runtime/lib/modules");
        for (var each : bill.get("dependencies")) {
            if (each.get("ref").equals(bill.get("metadata").get("component").get("bom-ref"))) {
                ((ArrayNode) each.get("dependsOn")).add("java-runtime");
            }
        }
        ObjectNode leaf = ((ArrayNode) bill.get("dependencies")).addObject();
        leaf.put("ref", "java-runtime").putArray("dependsOn");
    }

    private void place(ObjectNode component, String file)
            throws IOException, GeneralSecurityException {
        oneSum(component, sum(top.resolve(file)));
        component.putArray("properties").addObject().put("name", FILE).put("value", file);
    }

    private static void oneSum(ObjectNode component, String sum) {
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sum);
    }

    private static String sum(ObjectNode component) {
        for (var hash : component.get("hashes")) {
            if (hash.get("alg").asString().equals("SHA-256")) {
                return hash.get("content").asString();
            }
        }
        throw new IllegalStateException("no SHA-256 sum: " + component);
    }

    private static String sum(Path file) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
