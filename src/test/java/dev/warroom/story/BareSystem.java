package dev.warroom.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A system without Java, in a folder: one that was made before, which the property warroom.root
 * names, or as much of this machine as the program needs at the least. Entering it needs root.
 */
final class BareSystem {

    /** Nobody's number on each Linux. */
    static final String NOBODY = "65534:65534";

    private static final String PROGRAMS =
            "bash sh env cat cksum chmod cut dirname find head id ls mkdir mktemp mv readlink rm"
                    + " script sed stty tail uname";

    /**
     * Copies the programs with what they and the package's Java are linked to, and the whole of the
     * C library.
     */
    private static final String COPY =
            """
            set -eu
            root=$1 program=$2
            shift 2
            mkdir -p "$root/bin" "$root/etc"
            ln -s . "$root/usr"
            for each; do
                cp "$(readlink -f "$(command -v "$each")")" "$root/bin/$each"
            done
            { ldd "$root"/bin/*; find "$program/runtime" -path '*/bin/java' -o -name '*.so' | xargs ldd; } |
                grep -v "$program" | grep -o '/lib[^ ]*' | sort -u >"$root/etc/libraries"
            for each in libutil.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1; do
                echo "$(dirname "$(grep '/libc[.]so' "$root/etc/libraries")")/$each"
            done >>"$root/etc/libraries"
            while read -r each; do
                mkdir -p "$root${each%/*}"
                cp -L "$each" "$root$each"
            done <"$root/etc/libraries"
            echo 'root:x:0:0::/root:/bin/bash' >"$root/etc/passwd"
            echo 'nobody:x:65534:65534::/nonexistent:/bin/sh' >>"$root/etc/passwd"
            """;

    /** In a view of the file systems of its own, of which nothing is left at the end. */
    private static final String ENTER =
            """
            set -eu
            root=$1 place=$2 program=$3 who=$4
            shift 4
            mount -t tmpfs -o mode=755 dev "$root/dev"
            for each in null zero random urandom tty; do
                : >"$root/dev/$each"
                mount --bind "/dev/$each" "$root/dev/$each"
            done
            mkdir "$root/dev/pts" "$root/dev/shm"
            mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
            ln -s pts/ptmx "$root/dev/ptmx"
            mount --bind /proc "$root/proc"
            mount --bind "$program" "$root$place"
            mount -o remount,bind,ro "$root$place"
            exec chroot --userspec="$who" --groups= "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
            """;

    /** Where the program is in it. */
    static final String PLACE = "/opt/a folder with blanks";

    private final Path root;
    private final Path program;

    private final Path enter;

    private BareSystem(Path root, Path program, Path enter) {
        this.enter = enter;
        this.root = root;
        this.program = program;
    }

    static boolean possible() {
        return System.getProperty("user.name").equals("root");
    }

    /**
     * @param folder where it is made
     * @param program the unpacked package; nothing can write to it there
     */
    static BareSystem with(Path program, Path folder, Account account) throws Exception {
        String made = System.getProperty("warroom.root", "");
        Path root = made.isEmpty() ? folder.resolve("root") : Path.of(made);
        if (made.isEmpty()) {
            List<String> copy = new ArrayList<>(List.of("bash", "-c", COPY, "copy"));
            copy.addAll(List.of(root.toString(), program.toString()));
            copy.addAll(List.of(PROGRAMS.split(" ")));
            Ended copied = account.run(copy.toArray(String[]::new));
            if (copied.exit() != 0) {
                throw new IOException(copied.said());
            }
            Files.setPosixFilePermissions(
                    Files.createDirectory(root.resolve("tmp")),
                    PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        for (String each : List.of("dev", "proc", PLACE.substring(1))) {
            Files.createDirectories(root.resolve(each));
        }
        Path enter = Files.writeString(folder.resolve("enter"), ENTER);
        return new BareSystem(root, program, enter);
    }

    Path root() {
        return root;
    }

    /**
     * The command that runs {@code words} in it, by this user and group, with what stands before
     * them as NAME=VALUE and nothing else in the environment.
     */
    List<String> command(String who, String... words) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        command.addAll(List.of("sh", enter.toString()));
        command.addAll(List.of(root.toString(), PLACE, program.toString(), who));
        command.addAll(List.of(words));
        return command;
    }
}
