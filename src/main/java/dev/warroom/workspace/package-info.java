/** Reads a workspace's files. */
package dev.warroom.workspace;
