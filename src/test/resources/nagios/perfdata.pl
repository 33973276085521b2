# Reads performance data and prints a line a figure: label, value, unit, warning, critical, with tabs between.
use strict;
use warnings;
use Monitoring::Plugin::Performance;

my $text = do { local $/; <STDIN> };
for my $figure (Monitoring::Plugin::Performance->parse_perfstring($text)) {
    my @limits = map { defined $_ && $_->is_set ? "$_" : '' } $figure->threshold->warning, $figure->threshold->critical;
    print join("\t", $figure->label, $figure->value, $figure->uom, @limits), "\n";
}
