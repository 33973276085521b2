/**
 * Where in the bytes of a log an expression may find something, faster than lines can be read: by
 * characters that must be there ({@link dev.warroom.logs.clue.Needle}), or by an automaton ({@link
 * dev.warroom.logs.clue.Automaton}). A clue may lead to a line in which nothing is found, but never
 * past one in which something is.
 */
package dev.warroom.logs.clue;
