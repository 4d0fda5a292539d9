package org.tocsin.formats;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All formats there are, each a package of its own. */
public final class Formats {
  private final List<Format> formats;

  /**
   * The given formats.
   *
   * @param formats in order of preference where two are equally sure of a sample
   */
  public Formats(List<Format> formats) {
    this.formats = List.copyOf(formats);
  }

  /** The format of that name; empty where there is none. */
  public Optional<Format> named(String name) {
    return formats.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** The format that is surest of the sample; empty where none recognises it. */
  public Optional<Format> recognise(Sample sample) {
    return guesses(sample).stream().findFirst().map(Guess::format);
  }

  /** How sure each format is of the sample that thinks it could be its own, the surest first. */
  public List<Guess> guesses(Sample sample) {
    return formats.stream()
        .map(format -> new Guess(format, format.recognise(sample)))
        .filter(guess -> guess.sureness() > 0)
        .sorted(Comparator.comparingInt(Guess::sureness).reversed())
        .toList();
  }

  /** A format and how sure it is, as {@link Format#recognise} says. */
  public record Guess(Format format, int sureness) {}

  /** The names of all formats. */
  public List<String> names() {
    return formats.stream().map(Format::name).toList();
  }
}
