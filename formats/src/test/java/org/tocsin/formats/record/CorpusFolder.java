package org.tocsin.formats.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;

/**
 * All files of a folder of the corpus, read as the platform reads them.
 *
 * @param read by its path within the folder, each file that was recognised as of the format
 * @param others the files that were not, with what they were taken for
 */
public record CorpusFolder(Map<String, Submitted> read, Map<String, String> others) {
  private static final int HEAD = 64 * 1024;

  /** Reads that folder; skips the test where there is none. */
  public static CorpusFolder of(Format format, String folder) {
    Path corpus =
        SharedFolder.find("corpus/" + folder)
            .orElseGet(() ->
                Assumptions.abort("skipped: no shared/corpus/" + folder + " above this folder"));
    Map<String, Submitted> read = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    for (Path file : files(corpus)) {
      String name = corpus.relativize(file).toString();
      byte[] bytes = bytes(file);
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
      Optional<Format> taken =
          KnownFormats.all().recognise(new Sample(file.getFileName().toString(), null, head));
      if (taken.map(Format::name).equals(Optional.of(format.name()))) {
        read.put(name, Submitted.of(format, file.getFileName().toString(), bytes));
      } else {
        others.put(name, taken.map(Format::name).orElse("none"));
      }
    }
    return new CorpusFolder(read, others).print(format.name());
  }

  private CorpusFolder print(String format) {
    List<Submitted> all = List.copyOf(read.values());
    System.out.printf(
        "%s: files %d, records %d, observations %d, objects %d, rejects %d%n",
        format,
        all.size(),
        all.stream().mapToInt(Submitted::records).sum(),
        all.stream()
            .flatMap(one -> one.facts().stream())
            .filter(CorpusFolder::isObservation)
            .count(),
        all.stream().mapToInt(one -> one.objects().size()).sum(),
        all.stream().mapToInt(one -> one.rejects().size()).sum());
    read.forEach((name, one) ->
        one.rejects().stream()
            .limit(5)
            .forEach(reject ->
                System.out.println(
                    name + " " + reject.path() + " " + reject.reason() + " " + reject.detail())));
    System.out.println("others: " + others);
    return this;
  }

  private static boolean isObservation(Fact fact) {
    return fact instanceof Observation
        || fact instanceof StixVersion version && version.observation() != null;
  }

  /** The files nothing was taken of. */
  public List<String> empty() {
    return read.entrySet().stream()
        .filter(file -> file.getValue().accepted().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The files of which something was rejected. */
  public List<String> faulty() {
    return read.entrySet().stream()
        .filter(file -> !file.getValue().rejects().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What the STIX schemas find wrong with anything taken, observables included. */
  public List<String> schemaErrors() {
    Optional<StixCheck> check = StixCheck.find();
    Assumptions.assumeTrue(check.isPresent(), "skipped: no shared/schemas above this folder");
    List<String> errors = new ArrayList<>();
    read.forEach((name, one) -> {
      for (Fact fact : one.facts()) {
        objects(fact)
            .forEach(object ->
                check.get().errors(object).forEach(error -> errors.add(name + " " + error)));
      }
    });
    return errors;
  }

  private static Stream<StixObject> objects(Fact fact) {
    return switch (fact) {
      case Observation observation -> observation.objects().stream();
      case StixVersion version when version.observation() != null ->
          version.observation().objects().stream();
      case StixVersion version -> Stream.of(version.object());
    };
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
