package dev.warroom.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A package as {@code scripts/dev/package} makes it: an archive with one folder.
 *
 * @param file the archive
 * @param top its folder's name, {@code warroom-VERSION-linux-ARCHITECTURE}
 * @param version such as {@code 0.1.0}
 * @param architecture {@code x64} or {@code arm64}
 * @param sum SHA-256 of the archive, in lower-case hexadecimal digits
 * @param bytes the archive's size
 * @param unpacked bytes in it, below 4 GiB
 */
public record Parcel(
        Path file,
        String top,
        String version,
        String architecture,
        String sum,
        long bytes,
        long unpacked) {

    private static final Pattern TOP =
            Pattern.compile("(warroom-([0-9][A-Za-z0-9.]{0,30})-linux-(x64|arm64))/\0*");

    /** In the header of a tar entry, its name. */
    private static final int NAME = 100;

    /**
     * Looks into {@code file}.
     *
     * @throws DeliveryException where it is no package
     */
    public static Parcel of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DeliveryException(
                    file + " is not there: scripts/dev/package makes target/package/….tar.gz");
        }
        Matcher top = TOP.matcher(first(file));
        if (!top.matches()) {
            throw new DeliveryException(
                    file
                            + " is no package of the war room: take a"
                            + " warroom-VERSION-linux-ARCH.tar.gz from scripts/dev/package");
        }
        return new Parcel(
                file,
                top.group(1),
                top.group(2),
                top.group(3),
                sum(file),
                Files.size(file),
                unpacked(file));
    }

    private static String first(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readNBytes(NAME), StandardCharsets.ISO_8859_1);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            return "";
        }
    }

    /** The last four bytes of a gzip file, the lowest first (RFC 1952, 2.3.1). */
    private static long unpacked(Path file) throws IOException {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(reader.length() - Integer.BYTES);
            return Integer.toUnsignedLong(Integer.reverseBytes(reader.readInt()));
        }
    }

    private static String sum(Path file) throws IOException {
        try (var in =
                new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file)),
                        MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
