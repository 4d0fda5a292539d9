package org.tocsin.formats.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.formats.Format;

/** Reads files that others have written as one format and says what became of them. */
public final class CorpusRun {
  /** The checker knows the top-level domains of the root zone only; RFC 2606 reserves others. */
  private static final String RESERVED_NAME = "must be a valid RFC 5321 Mailbox";

  private final Format format;
  private final List<String> faults = new ArrayList<>();
  private final StringBuilder table = new StringBuilder();
  private int files;
  private int records;
  private int observations;
  private int objects;
  private int rejects;
  private int schemaErrors;

  /** A run with that format. */
  public CorpusRun(Format format) {
    this.format = format;
  }

  /** The files below a folder of the corpus; skips the test where it is not there. */
  public static List<Path> files(String folder, Predicate<String> wanted) {
    Optional<Path> corpus = SharedFolder.find("corpus/" + folder);
    assumeTrue(corpus.isPresent(), "skipped: no shared/corpus/" + folder + " above this folder");
    try (Stream<Path> walk = Files.walk(corpus.get())) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> wanted.test(file.toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; one that gives no object, or gives rejects, although it is valid is a fault. */
  public Submitted read(Path file, boolean valid) {
    String name = file.getFileName().toString();
    Submitted submitted = submit(file, name);
    List<String> errors =
        submitted.schemaErrors().stream().filter(error -> !error.contains(RESERVED_NAME)).toList();
    files++;
    records += submitted.records();
    observations += submitted.observations().size();
    objects += submitted.objects().size();
    rejects += submitted.rejects().size();
    schemaErrors += errors.size();
    errors.forEach(error -> faults.add(name + ": " + error));
    boolean taken = !submitted.objects().isEmpty();
    if (taken != valid || valid && !submitted.rejects().isEmpty()) {
      faults.add(name + (valid ? ": not taken " : ": taken ") + submitted.rejects());
    }
    table.append(
        "  %-70s %5d %5d %5d %s%n"
            .formatted(
                name,
                submitted.records(),
                submitted.observations().size(),
                submitted.rejects().size(),
                submitted.rejects().stream().findFirst().map(Object::toString).orElse("")));
    return submitted;
  }

  private Submitted submit(Path file, String name) {
    try {
      return Submitted.of(format, name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What went otherwise than it should; prints the account. */
  public List<String> faults() {
    System.out.print(table);
    System.out.printf(
        "%s: files %d, records %d, observed %d, objects %d, rejected %d, schema errors %d%n",
        format.name(), files, records, observations, objects, rejects, schemaErrors);
    return faults;
  }
}
