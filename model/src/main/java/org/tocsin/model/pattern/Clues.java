package org.tocsin.model.pattern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.model.pattern.ObjectPath.Step;

/**
 * What to look observations up by so that none is missed that can take part in a match: each has at
 * least one of the clues. A pattern some of whose observation expressions compare no indexed value
 * has no clues.
 */
public final class Clues {
  /** The most clues one pattern is looked up by. */
  public static final int MOST = 5_000;

  private Clues() {}

  /**
   * The clues of a pattern.
   *
   * @throws UnsupportedPatternException where there are none; the message says which expression is
   *     to blame
   */
  public static Set<Clue> of(Pattern pattern) {
    Set<Clue> clues = new LinkedHashSet<>();
    collect(pattern.root(), clues);
    if (clues.size() > MOST) {
      throw unsupported("the pattern looks for more than " + MOST + " values");
    }
    return clues;
  }

  private static void collect(Observing what, Set<Clue> clues) {
    switch (what) {
      case Observing.One one -> clues.addAll(of(one));
      case Observing.All all -> all.parts().forEach(part -> collect(part, clues));
      case Observing.Any any -> any.parts().forEach(part -> collect(part, clues));
      case Observing.Followed followed -> followed.parts().forEach(part -> collect(part, clues));
      case Observing.Within within -> collect(within.what(), clues);
      case Observing.Repeats repeats -> collect(repeats.what(), clues);
      case Observing.StartStop span -> collect(span.what(), clues);
    }
  }

  private static Set<Clue> of(Observing.One one) {
    return of(one.comparison())
        .orElseThrow(
            () -> unsupported("no indexed value is compared in " + shortened(PatternText.of(one))));
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }

  /** One of these is in whatever the comparison holds for; empty where nothing is known of that. */
  private static Optional<Set<Clue>> of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.And and -> fewest(and.parts());
      case Comparison.Or or -> all(or.parts());
      case Comparison.Exists _ -> Optional.empty();
      case Comparison.Test test -> of(test);
    };
  }

  private static Optional<Set<Clue>> fewest(List<Comparison> parts) {
    Optional<Set<Clue>> fewest = Optional.empty();
    for (Comparison part : parts) {
      Optional<Set<Clue>> clues = of(part);
      if (clues.isPresent() && (fewest.isEmpty() || clues.get().size() < fewest.get().size())) {
        fewest = clues;
      }
    }
    return fewest;
  }

  private static Optional<Set<Clue>> all(List<Comparison> parts) {
    Set<Clue> all = new LinkedHashSet<>();
    for (Comparison part : parts) {
      Optional<Set<Clue>> clues = of(part);
      if (clues.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(clues.get());
    }
    return Optional.of(all);
  }

  private static Optional<Set<Clue>> of(Comparison.Test test) {
    if (test.negated()) {
      return Optional.empty();
    }
    return switch (test.operator()) {
      case EQUAL, IN -> equal(test);
      case ISSUBSET -> block(test);
      default -> Optional.empty();
    };
  }

  private static Optional<Set<Clue>> equal(Comparison.Test test) {
    Set<Clue> clues = new LinkedHashSet<>();
    for (Constant constant : test.constants()) {
      Optional<Clue> clue = clue(test.path(), constant);
      if (clue.isEmpty()) {
        return Optional.empty();
      }
      clues.add(clue.get());
    }
    return Optional.of(clues);
  }

  /** Every address is indexed, so what lies in a block is found whatever names it. */
  private static Optional<Set<Clue>> block(Comparison.Test test) {
    String text = ((Constant.Text) test.constants().getFirst()).value();
    boolean address = test.path().type().matches("ipv[46]-addr") && isValue(test.path());
    return (address || isReferredValue(test.path()))
        ? address(text).map(Set::of)
        : Optional.empty();
  }

  private static Optional<Clue> clue(ObjectPath path, Constant constant) {
    return switch (constant) {
      case Constant.Number(var number, boolean _)
          when isDirect(path, "autonomous-system", "number") ->
          Optional.of(new Clue(Clue.Kind.ASN, number.toPlainString()))
              .filter(asn -> asn.value().matches("\\d{1,10}"));
      case Constant.Text(String text) when !text.isBlank() -> clue(path, text);
      default -> Optional.empty();
    };
  }

  private static Optional<Clue> clue(ObjectPath path, String text) {
    if (isHash(path)) {
      return Optional.of(new Clue(Clue.Kind.HASH, text));
    }
    if (isReferredValue(path)) {
      return referred(text);
    }
    if (!isValue(path)) {
      return Optional.empty();
    }
    return switch (path.type()) {
      case "ipv4-addr", "ipv6-addr" -> address(text);
      case "domain-name" -> Optional.of(new Clue(Clue.Kind.DOMAIN, text));
      case "url" -> Optional.of(new Clue(Clue.Kind.URL, text));
      case "email-addr" -> Optional.of(new Clue(Clue.Kind.EMAIL, text));
      default -> Optional.empty();
    };
  }

  private static Optional<Clue> address(String text) {
    return Block.read(text)
        .map(block -> block.isMultiple() ? block : block.withoutPrefixLength())
        .map(block -> new Clue(Clue.Kind.IP, block.toCanonicalString()));
  }

  /** What a reference points to is in the same observation, and known by what it looks like. */
  private static Optional<Clue> referred(String text) {
    Optional<Clue> address = address(text);
    if (address.isPresent()) {
      return address;
    }
    if (text.matches("[^\\s@]+@[^\\s@]+")) {
      return Optional.of(new Clue(Clue.Kind.EMAIL, text));
    }
    return text.matches("[^\\s:/@]+\\.[^\\s:/@.]*[A-Za-z][^\\s:/@.]*")
        ? Optional.of(new Clue(Clue.Kind.DOMAIN, text))
        : Optional.empty();
  }

  private static boolean isValue(ObjectPath path) {
    return path.steps().size() == 1 && isProperty(path.steps().getFirst(), "value");
  }

  private static boolean isDirect(ObjectPath path, String type, String property) {
    return path.type().equals(type)
        && path.steps().size() == 1
        && isProperty(path.steps().getFirst(), property);
  }

  private static boolean isReferredValue(ObjectPath path) {
    List<Step> steps = path.steps();
    return steps.size() > 1
        && isProperty(steps.getLast(), "value")
        && steps.subList(0, steps.size() - 1).reversed().stream()
            .filter(Step.Property.class::isInstance)
            .map(step -> ((Step.Property) step).name())
            .findFirst()
            .filter(name -> name.endsWith("_ref") || name.endsWith("_refs"))
            .isPresent();
  }

  private static boolean isHash(ObjectPath path) {
    List<Step> steps = path.steps();
    boolean own = steps.size() == 2 && path.type().matches("file|artifact|x509-certificate");
    return own
        && isProperty(steps.getFirst(), "hashes")
        && steps.getLast() instanceof Step.Property;
  }

  private static boolean isProperty(Step step, String name) {
    return step instanceof Step.Property(String given) && given.equals(name);
  }

  private static UnsupportedPatternException unsupported(String reason) {
    return new UnsupportedPatternException(reason, null);
  }
}
