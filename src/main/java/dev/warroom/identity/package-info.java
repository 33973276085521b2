/**
 * Who signs: the Ed25519 keys of people, written as NATS writes them. Pure, but for chance where a
 * key is made.
 */
package dev.warroom.identity;
