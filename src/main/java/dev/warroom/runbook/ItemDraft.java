package dev.warroom.runbook;

/** A step or a choice while it is being read. */
sealed interface ItemDraft permits StepDraft, ChoiceDraft {}
