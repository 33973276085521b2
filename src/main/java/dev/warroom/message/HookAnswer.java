package dev.warroom.message;

/**
 * What became of a message at a hook.
 *
 * @param accepted whether the hook took it
 * @param words its exit code or status and the beginning of what it said, or why there is none;
 *     safe to draw, on one line
 */
public record HookAnswer(boolean accepted, String words) {}
