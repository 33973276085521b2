package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/** Rule: what is typed into a switch, a router, a firewall or a chat is not typed into a shell. */
final class DeviceLine {

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?:show|display|debug|undebug)\\s+(?:[a-z]|<).*"
                        + "|sh\\s+(?:run|int|ip|ver|mac|vlan|log|arp|cdp|bgp)\\w*(?:\\s.*)?"
                        + "|(?:conf|configure|config)(?:\\s+(?:t|term|terminal|exclusive"
                        + "|private|system.*|router.*|firewall.*))?"
                        + "|(?:copy|write|wr)\\s+(?:run|start|mem|erase|term)[\\w-]*(?:\\s.*)?"
                        + "|no\\s+(?:shut|ip|switchport|router|neighbor|logging|debug|service"
                        + "|vlan|access|spanning)[\\w-]*(?:\\s.*)?|shut"
                        + "|(?:switchport|spanning-tree|channel-group|neighbor|vlan|line"
                        + "|router|interface|int|access-list|errdisable"
                        + "|terminal)\\s+(?:[a-zA-Z-]+\\d*(?:/\\d+)*|\\d[\\d./]*)(?:\\s.*)?"
                        + "|ip(?:v6)?\\s+(?:access-list|access-group|address\\s+\\d+\\.\\d+\\.\\d+"
                        + "\\.\\d+\\s+\\d|route\\s+\\d+\\.\\d|ospf|nat|dhcp|domain|ssh"
                        + "|prefix-list|bgp|helper-address|http|name-server|routing)\\b.*"
                        + "|(?:set|delete|edit|deactivate|activate)\\s+(?:interfaces?|protocols"
                        + "|routing-options|system|policy-options|security|firewall|vlans"
                        + "|chassis|snmp|class-of-service)(?:\\s.*)?"
                        + "|request\\s+(?:system|chassis|routing-engine|security)\\b.*"
                        + "|commit(?:\\s+(?:check|confirmed|and-quit|comment).*)?"
                        + "|clear\\s+(?:ip|bgp|counters|arp|line|interfaces?|log(?:ging)?|mac"
                        + "|crypto|spanning-tree)\\b.*"
                        + "|diag(?:nose)?\\s+(?:sys|debug|sniffer|hardware|test|netlink)\\b.*"
                        + "|get\\s+(?:system|router|hardware|vpn)\\b.*");

    /** What {@link #DEVICE} may begin with: every command comes by here, and few are such. */
    private static final Hints BEGINNINGS =
            Hints.of(
                    "sh",
                    "display",
                    "debug",
                    "undebug",
                    "conf",
                    "copy",
                    "wr",
                    "no",
                    "switchport",
                    "spanning-tree",
                    "channel-group",
                    "neighbor",
                    "vlan",
                    "line",
                    "router",
                    "int",
                    "access-list",
                    "errdisable",
                    "terminal",
                    "ip",
                    "set",
                    "delete",
                    "edit",
                    "deactivate",
                    "activate",
                    "request",
                    "commit",
                    "clear",
                    "diag",
                    "get");

    private static final Pattern PROMPTED =
            Pattern.compile("[A-Za-z][\\w.-]*(?:\\([\\w-]+\\))?[>#]\\s+\\S.*");
    private static final Pattern CHAT =
            Pattern.compile("/[A-Za-z][\\w:-]*(?:\\s.*)?", Pattern.DOTALL);

    /** Programs and folders at the top of a file system. */
    private static final Set<String> AT_TOP =
            Set.of(
                    "/init",
                    "/entrypoint",
                    "/docker-entrypoint",
                    "/bin",
                    "/sbin",
                    "/usr",
                    "/opt",
                    "/etc");

    /** Commands that shells have as well. */
    private static final Set<String> ALSO_TYPED =
            Set.of(
                    "clear",
                    "dir",
                    "exit",
                    "ping",
                    "reboot",
                    "reset",
                    "set",
                    "ssh",
                    "telnet",
                    "test",
                    "traceroute");

    private DeviceLine() {}

    /** Whether switches and routers have a command of this name as well. */
    static boolean isAlsoTyped(String name) {
        return ALSO_TYPED.contains(name);
    }

    /**
     * @param text not empty, without blanks around it
     */
    static boolean is(String text) {
        char first = text.charAt(0);
        if (first == '/') {
            return CHAT.matcher(text).matches() && !AT_TOP.contains(FirstWord.of(text));
        }
        return Character.isLetter(first)
                && (Character.isLowerCase(first)
                                && BEGINNINGS.begin(text)
                                && DEVICE.matcher(text).matches()
                        || (text.indexOf('>') > 0 || text.indexOf('#') > 0)
                                && PROMPTED.matcher(text).matches());
    }
}
