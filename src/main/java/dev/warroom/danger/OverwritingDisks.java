package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;
import dev.warroom.shell.Redirection;

import java.util.Optional;
import java.util.regex.Pattern;

/** Disks, partitions, volumes: {@code mkfs}, {@code dd of=}, {@code > /dev/sda}. */
final class OverwritingDisks implements Rule {

    private static final Pattern DEVICE =
            Pattern.compile("/dev/(?:sd|hd|vd|xvd|nvme|mmcblk|md|dm-|mapper/|disk).*");

    @Override
    public Optional<Danger> in(Command command) {
        return why(command).map(it -> Danger.of(Kind.OVERWRITES_DISK, command, it));
    }

    private static Optional<String> why(Command command) {
        String name = command.name();
        if (name.equals("mkfs") || name.startsWith("mkfs.") || name.equals("mkswap")) {
            return Optional.of("it makes a new file system; what was on the device is gone");
        }
        if (name.equals("dd")) {
            return command.arguments().stream()
                    .filter(it -> it.startsWith("of=") && !it.equals("of=/dev/null"))
                    .findFirst()
                    .map(it -> "it overwrites " + it.substring(3) + " without asking");
        }
        for (Redirection redirection : command.redirections()) {
            if (redirection.overwrites() && DEVICE.matcher(redirection.target()).matches()) {
                return Optional.of("it overwrites " + redirection.target());
            }
        }
        boolean lists = command.hasLetter("l") || command.has("--list", "print");
        boolean tool =
                command.isOneOf("fdisk", "sfdisk", "gdisk", "sgdisk", "parted") && !lists
                        || command.isOneOf("wipefs") && command.hasLetter("a")
                        || command.isOneOf("blkdiscard", "lvremove", "vgremove", "pvremove")
                        || command.isOneOf("zpool", "zfs") && command.has("destroy")
                        || command.has("--zero-superblock", "luksFormat", "--security-erase");
        return tool ? Optional.of("it changes what the disk holds for good") : Optional.empty();
    }
}
