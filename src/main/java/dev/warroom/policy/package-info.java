/** What a team's {@code warroom.yaml} says: {@link dev.warroom.policy.Policy}. */
package dev.warroom.policy;
