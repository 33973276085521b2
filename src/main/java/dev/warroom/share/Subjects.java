package dev.warroom.share;

/** What the subjects of a room are called; permissions on the server are given by these names. */
final class Subjects {

    private Subjects() {}

    /** Where an incident's facts go; kept by the stream. */
    static String facts(String stream, String incident) {
        return stream + "." + incident + ".facts";
    }

    /** Where rooms say that they are there; not kept. */
    static String here(String stream, String incident) {
        return stream + "." + incident + ".here";
    }

    /** Where rooms ask each other what runs have printed; not kept. */
    static String output(String stream, String incident) {
        return stream + "." + incident + ".output";
    }

    /** Where the facts of all incidents go. */
    static String allFacts(String stream) {
        return facts(stream, "*");
    }

    /** The incident of a subject of facts. */
    static String incident(String subject) {
        String[] parts = subject.split("\\.");
        return parts.length == 3 ? parts[1] : "";
    }
}
