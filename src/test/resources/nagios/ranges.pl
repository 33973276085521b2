# Reads lines "RANGE VALUE" and prints for each whether the range alerts: 1, 0, or "none" for no range.
use strict;
use warnings;
use Monitoring::Plugin::Range;

while (my $line = <STDIN>) {
    my ($text, $value) = split ' ', $line;
    local $SIG{__WARN__} = sub { };
    my $range = Monitoring::Plugin::Range->parse_range_string($text);
    print defined $range ? $range->check_range($value) : 'none', "\n";
}
