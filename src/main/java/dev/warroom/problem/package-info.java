/**
 * What is wrong with something a person wrote, where, and what to write instead: {@link
 * dev.warroom.problem.Problem}.
 */
package dev.warroom.problem;
