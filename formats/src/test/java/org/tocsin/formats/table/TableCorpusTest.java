package org.tocsin.formats.table;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.StixCheck;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;

/**
 * Every list and table others have written: recognised, counted, read as it would be in service.
 */
class TableCorpusTest {
  /** So many observations of a file are held against the schemas. */
  private static final int CHECKED = 300;

  /** What no mapping can read, and why. */
  private static final Map<Pattern, String> UNREAD =
      Map.ofEntries(
          unread(
              ".*(html_table__|malwareurl__|sucuri__|threatminer__).*", "a page for people, HTML"),
          unread(".*cleanmx__xmlviruses", "XML"),
          unread(".*(rdap__|trusted_introducer).*", "no report: a register's answer"),
          unread(".*key_value--.*", "pairs of keys and values: no table"),
          unread(".*twitter__tweet.*", "a text for people"),
          unread(".*withaname\\.ddosia.*", "a table inside of a JSON text"),
          unread(".*zoneh\\.rss.*", "a list of lists, without names"),
          unread(".*openphish__feed.txt", "URLs broken on purpose"),
          unread(
              ".*(Feodotracker202110Parser\\.1|Urlhaus.*\\.6|greensnow.*|tu-dresden.*)\\.txt",
              "broken on purpose"),
          unread(".*json--TestJSONParserBot.*", "an event that names nothing"),
          unread(
              ".*(895d44|ecfc87|223e06).txt|.*generic__sample_report.csv",
              "columns only their makers know"));

  /** Files without a record, or with nothing but values that a list of bad things cannot list. */
  private static final Pattern NOTHING =
      Pattern.compile(
          ".*(20210808.csv|sblam.spam.*)|zeek-intel/(Cyber_Threat|abuse-ch-urlhaus|abuse-ja3"
              + "|ellio|illuminate|salesforce|talos).*");

  private static final Pattern RESERVED =
      Pattern.compile(
          ".*(ci_army--.*|tor_nodes.dat|iprisk.dat|Feodotracker202110Parser.0.txt|.*greylist-csv.*"
              + "|spamhaus.drop--.*|generic__test_filter_whitelist_ipset.csv)");

  private static final Formats FORMATS = KnownFormats.all();
  private static Path corpus;

  private static Map.Entry<Pattern, String> unread(String files, String why) {
    return entry(Pattern.compile(files), why);
  }

  @BeforeAll
  static void findCorpus() {
    Optional<Path> found = SharedFolder.find("corpus/feeds");
    assumeTrue(found.isPresent(), "skipped: no shared/corpus/feeds above this folder");
    corpus = found.get();
  }

  @Test
  void shouldReadEveryListThatAMappingCanRead() throws IOException {
    Map<String, Figures> figures = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Path file : files(corpus)) {
      String name = corpus.relativize(file).toString();
      byte[] bytes = Files.readAllBytes(file);
      String why =
          UNREAD.entrySet().stream()
              .filter(unread -> unread.getKey().matcher(name).matches())
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      Optional<Format> format = FORMATS.recognise(sample(file, bytes));
      if (format.isEmpty() || bytes.length == 0) {
        if (why == null && !NOTHING.matcher(name).matches()) {
          faults.add(name + ": not recognised");
        }
        System.out.printf("not read: %s (%s)%n", name, why == null ? "no records" : why);
        continue;
      }
      Submitted submitted = Submitted.of(format.get(), name, bytes);
      figures.computeIfAbsent(format.get().name(), any -> new Figures()).add(submitted);
      boolean empty = submitted.observations().isEmpty();
      boolean mayBe = NOTHING.matcher(name).matches() || RESERVED.matcher(name).matches();
      if (why == null ? empty != mayBe : !empty) {
        faults.add(name + ": " + format.get().name() + ", " + submitted.observations().size());
      }
      faults.addAll(schemaErrors(name, submitted));
    }
    System.out.printf(
        "%-24s %6s %8s %8s %8s%n", "format", "files", "records", "observed", "rejected");
    figures.forEach((name, sum) -> System.out.printf("%-24s %s%n", name, sum));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "intelmq-inline/abusech_feodotracker--TestAbusechFeodoTrackerParserBot.fafac3.txt"
            + "|feodotracker-json|ipv4-addr 51.178.161.32|2021-01-17T07:44:46Z|C2_SERVER|AMBER|AS16276 FR",
        "intelmq-inline/phishtank--TestPhishTankParserBot.8c6e32.txt"
            + "|phishtank-json|url https://ardentig.top/|2022-11-16T14:08:44Z|PHISHING|AMBER|AS8100 US",
        "abuse-ch-json/threatfox.ndjson|threatfox-ndjson|ipv6-addr 2a02:cf40:1::5"
            + "|2022-08-05T11:40:15Z|C2_SERVER|AMBER|2a02:cf40:1::5",
        "intelmq/microsoft__ctip.txt|microsoft-ctip|ipv4-addr 224.0.5.8|2018-02-06T09:37:02Z"
            + "|INFECTED_SYSTEM|GREEN|AS65536",
        "intelmq/dshield__asdetailsascii.html|dshield-sources|ipv4-addr 109.230.148.140"
            + "|2015-12-22T00:00:00Z|IDS_ALERT|AMBER|109.230.148.140",
        "tweetfeed/week.csv|tweetfeed-csv|domain-name hndjsy.com|2026-08-16T01:04:58Z|PHISHING"
            + "|AMBER|hndjsy.com",
        "unit42/macro_loader__iocs.csv|unit42-macro-loader"
            + "|url http://www.pfirsterer.com/chrome/chrome99.exe|2017-02-10T03:46:00Z"
            + "|MALWARE_DISTRIBUTION|AMBER|pfirsterer.com",
        "zeek-intel/drb_ra_domain.intel|zeek-intel"
            + "|domain-name 3se9ewodke339f0e83.connectivitytests.com|2026-11-20T10:11:12.123456Z"
            + "|C2_SERVER|AMBER|connectivitytests.com",
        "tweetfeed/rpz.txt|rpz-zone|domain-name 000.rich|2026-11-20T10:11:12.123456Z||AMBER|-",
      })
  void shouldTellOfTheFirstRecordWhatStandsThere(
      String file, String format, String seen, String time, String rsit, String tlp, String place)
      throws IOException {
    byte[] bytes = Files.readAllBytes(corpus.resolve(file));
    Format recognised = FORMATS.recognise(sample(Path.of(file), bytes)).orElseThrow();
    Submitted submitted = Submitted.of(recognised, file, bytes);
    Observation first = submitted.observations().getFirst();

    assertThat(recognised.name()).isEqualTo(format);
    assertThat(Mapped.seen(submitted).getFirst()).isEqualTo(seen);
    assertThat(first.observedAt()).hasToString(time);
    assertThat(first.rsit() == null ? null : first.rsit().name()).isEqualTo(rsit);
    assertThat(first.tlp().name()).isEqualTo(tlp);
    assertThat(Placed.of(first)).as(file).isEqualTo(place);
  }

  @Test
  void shouldLeaveToOthersWhatIsTheirs() throws IOException {
    Path all = corpus.getParent();
    Map<String, Integer> counts = new TreeMap<>();
    List<String> taken = new ArrayList<>();
    for (Path file : files(all)) {
      String name = all.relativize(file).toString();
      Optional<Format> format = FORMATS.recognise(sample(file, Files.readAllBytes(file)));
      String group = name.contains("/") ? name.substring(0, name.indexOf('/')) : ".";
      counts.merge(
          String.format("%-14s %s", group, format.map(Format::name).orElse("unknown")),
          1,
          Integer::sum);
      boolean shadowserver = name.startsWith("shadowserver/") && name.endsWith(".csv");
      boolean stix = name.startsWith("stix21/") || name.startsWith("stix20/");
      boolean byMapping = format.filter(TableFormat.class::isInstance).isPresent();
      if (byMapping && (shadowserver || stix)) {
        taken.add(name + " by " + format.get().name());
      }
    }
    counts.forEach((group, count) -> System.out.printf("%6d %s%n", count, group));
    assertThat(taken).isEmpty();
  }

  private static List<String> schemaErrors(String name, Submitted submitted) {
    return StixCheck.find()
        .map(check ->
            submitted.observations().stream()
                .limit(CHECKED)
                .flatMap(observation -> observation.objects().stream())
                .flatMap(object -> check.errors(object).stream())
                .map(error -> name + ": " + error)
                .toList())
        .orElse(List.of());
  }

  private static Sample sample(Path file, byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 64 * 1024));
    return new Sample(String.valueOf(file.getFileName()), null, head);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static final class Figures {
    private int files;
    private int records;
    private int observed;
    private int rejected;

    void add(Submitted submitted) {
      files++;
      records += submitted.records();
      observed += submitted.observations().size();
      rejected += submitted.rejects().size();
    }

    @Override
    public String toString() {
      return String.format("%6d %8d %8d %8d", files, records, observed, rejected);
    }
  }
}
