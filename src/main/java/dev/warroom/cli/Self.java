package dev.warroom.cli;

import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Person;
import dev.warroom.share.Members;

import java.nio.file.Path;
import java.util.Optional;

/** Who sits here. */
final class Self {

    private Self() {}

    /** By the name of the account. */
    static Person here() {
        return new Person(System.getProperty("user.name"), Host.name());
    }

    /**
     * By the name that the room's members know them by, where there are members and the key says
     * that this is one; else by the name of the account.
     *
     * @param folder the workspace
     */
    static Person in(Optional<SharedRoom> room, Path folder) {
        return room.flatMap(it -> Members.name(it, folder))
                .map(it -> new Person(it, Host.name()))
                .orElseGet(Self::here);
    }
}
