package dev.warroom.process;

/** One child process. */
public final class Child {
    private Child() {}
}
