package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.web.feed.TriedSample;
import tools.jackson.databind.node.ArrayNode;

/**
 * What would come of a sample, as a page shows it.
 *
 * @param read what it was read as, in words
 * @param sure how sure the format is that was chosen, 0 where the definition says one
 * @param others the formats that were less sure, in words; empty where there is none
 * @param counts how many records were understood, and how many not, in words
 * @param rest what is not shown, in words; empty where all is
 * @param records the first records
 */
record TriedCard(
    String read, int sure, String others, String counts, String rest, List<Line> records) {
  private static final int SHOWN = 40;

  /**
   * One record.
   *
   * @param number which one it is
   * @param verdict {@code accepted}, {@code rejected} or {@code suppressed}
   * @param says what it tells of, or why it can not be taken
   * @param place line and field at fault, in words; empty where nothing says
   * @param tlp its level, null where it has none
   * @param json the resulting STIX
   */
  record Line(
      long number,
      String verdict,
      String says,
      String place,
      ObservationCard.@Nullable Level tlp,
      List<JsonText.Part> json) {}

  static TriedCard of(TriedSample tried, @Nullable String said) {
    String format = tried.records().stream().findFirst().map(TriedSample.Tried::format).orElse("");
    List<TriedSample.Guess> guesses = tried.guesses();
    int sure = guesses.isEmpty() ? 0 : guesses.getFirst().sureness();
    return new TriedCard(
        said != null ? said : format.isEmpty() || format.equals("unknown") ? "nothing" : format,
        said == null ? sure : 0,
        others(guesses),
        counts(tried),
        rest(tried),
        tried.records().stream().limit(SHOWN).map(TriedCard::line).toList());
  }

  private static String others(List<TriedSample.Guess> guesses) {
    return String.join(
        ", ",
        guesses.stream()
            .skip(1)
            .limit(3)
            .map(guess -> guess.format() + " (" + guess.sureness() + ")")
            .toList());
  }

  private static String counts(TriedSample tried) {
    List<String> words = new ArrayList<>();
    words.add(Figure.of(tried.accepted(), "record", "records") + " understood");
    words.add(Figure.count(tried.rejected()) + " rejected");
    if (tried.suppressed() > 0) {
      words.add(Figure.count(tried.suppressed()) + " kept out by a rule");
    }
    return String.join(", ", words);
  }

  private static String rest(TriedSample tried) {
    long read = (long) tried.accepted() + tried.rejected() + tried.suppressed();
    List<String> words = new ArrayList<>();
    if (read > SHOWN) {
      words.add("The first " + SHOWN + " are shown");
    }
    if (tried.unread() > 0) {
      words.add(Figure.of(tried.unread(), "record", "records") + " after them were not looked at");
    }
    return words.isEmpty() ? "" : String.join("; ", words) + ".";
  }

  private static Line line(TriedSample.Tried tried) {
    Reject reject = tried.reject();
    if (reject != null) {
      return new Line(
          tried.number(),
          "rejected",
          RsitWords.of(reject.reason().key()) + ": " + reject.detail(),
          place(reject),
          null,
          List.of());
    }
    if (tried.rule() != null) {
      return new Line(
          tried.number(), "suppressed", "Kept out: " + tried.rule(), "", null, List.of());
    }
    List<StixObject> objects = tried.facts().stream().flatMap(TriedCard::objects).toList();
    ArrayNode json = EntityJson.MAPPER.createArrayNode();
    objects.forEach(object -> json.add(object.json()));
    return new Line(
        tried.number(),
        "accepted",
        says(tried.facts().getFirst(), objects),
        "",
        ObservationCard.Level.of(tried.facts().getFirst().tlp()),
        JsonText.of(json));
  }

  private static String place(Reject reject) {
    List<String> words = new ArrayList<>();
    if (reject.line() != null) {
      words.add("line " + Figure.count(reject.line()));
    }
    if (reject.path() != null) {
      words.add("field " + reject.path());
    }
    return String.join(", ", words);
  }

  /** What it is known by, and what kind of thing it tells of. */
  private static String says(Fact fact, List<StixObject> objects) {
    String known =
        objects.stream()
            .map(object -> StixCard.of(object).summary())
            .filter(summary -> !summary.isEmpty())
            .findFirst()
            .orElseGet(() -> objects.getFirst().type());
    return kind(fact).map(kind -> known + " · " + kind).orElse(known);
  }

  private static Optional<String> kind(Fact fact) {
    return switch (fact) {
      case Observation observation ->
          Optional.ofNullable(observation.rsit()).map(Rsit::type).map(RsitWords::of);
      case StixVersion version -> Optional.of(version.object().type());
    };
  }

  private static Stream<StixObject> objects(Fact fact) {
    return switch (fact) {
      case Observation observation -> observation.objects().stream();
      case StixVersion version -> Stream.of(version.object());
    };
  }
}
