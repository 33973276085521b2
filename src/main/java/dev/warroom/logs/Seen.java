package dev.warroom.logs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What stands at a path at one time.
 *
 * @param key the file's device and inode; null where no file can be followed
 * @param size in bytes
 * @param changed when it was changed last, as finely as its file system tells
 * @param trouble why no file can be followed; empty where one can
 */
record Seen(Object key, long size, Instant changed, String trouble) {

    static Seen at(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (found.isDirectory()) {
                return trouble("is a folder, not a file");
            }
            if (!found.isRegularFile()) {
                // Opening a pipe waits for its writer, perhaps for ever.
                return trouble("is a pipe or a device, not a file");
            }
            Object key = found.fileKey() == null ? path : found.fileKey();
            return new Seen(key, found.size(), found.lastModifiedTime().toInstant(), "");
        } catch (IOException e) {
            return trouble(reason(e));
        }
    }

    /** Why a file cannot be followed, as people say it. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "is not there";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException not -> "is not there";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    private static Seen trouble(String why) {
        return new Seen(null, 0, Instant.EPOCH, why);
    }

    /** When it was changed last, in ms since 1970. */
    long modified() {
        return changed.toEpochMilli();
    }

    /** Whether there is a file that can be followed. */
    boolean file() {
        return key != null;
    }

    boolean is(Object otherKey) {
        return key != null && key.equals(otherKey);
    }
}
