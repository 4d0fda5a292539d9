package org.tocsin.launcher.submit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.identity.LocalTokens;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.LauncherException;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.RunState;
import org.tocsin.launcher.run.RunningTocsin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin submit}: files into the platform, as the local person {@code analyst}. */
@Command(
    name = "submit",
    description = "Sends files in and prints their receipts.",
    mixinStandardHelpOptions = true)
public final class SubmitCommand implements Callable<Integer> {

  private static final String PERSON = "analyst";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "any supported format; .gz is welcome")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--provider", description = "who publishes it")
  private @Nullable String provider;

  @Option(names = "--feed", description = "which of the provider's feeds")
  private @Nullable String feed;

  @Option(names = "--tlp", description = "CLEAR, GREEN, AMBER, AMBER+STRICT or RED")
  private @Nullable String tlp;

  @Option(names = "--format", description = "when the platform should not find out by itself")
  private @Nullable String format;

  @Option(names = "--as", description = "another local identity (default: ${DEFAULT-VALUE})")
  private String identity = PERSON;

  @Option(
      names = "--idempotency-key",
      description = "makes sending one file again safe: the same key gives the same receipt")
  private @Nullable String key;

  @Option(
      names = "--wait",
      description = "wait for the account; exit code 1 when anything was rejected or broke off")
  private boolean wait;

  @Override
  public Integer call() throws Exception {
    if (key != null && files.size() > 1) {
      throw new LauncherException("--idempotency-key is for one file");
    }
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new LauncherException("cannot read " + file);
      }
    }
    RunState running = RunningTocsin.require(Home.fromEnvironment());
    LocalTokens tokens = new LocalTokens(running.address(Part.KEYCLOAK));
    ReportsClient reports =
        new ReportsClient(running.address(Part.PLATFORM), () -> tokens.of(identity));
    return submitAll(reports);
  }

  private int submitAll(ReportsClient reports) throws Exception {
    int failures = 0;
    List<Receipt> receipts = new ArrayList<>();
    for (Path file : files) {
      try {
        Receipt receipt = reports.send(file, parameters(), key);
        System.out.println(
            "%s  receipt %s  %d records  %d bytes"
                .formatted(file, receipt.id(), receipt.records(), receipt.bytes()));
        receipts.add(receipt);
      } catch (LauncherException e) {
        System.err.println("tocsin: " + file + ": " + e.getMessage());
        failures++;
      }
    }
    if (files.size() > 1) {
      System.out.println("%d of %d files sent".formatted(receipts.size(), files.size()));
    }
    boolean clean = !wait || new AccountTable(System.out).await(reports, receipts);
    return failures == 0 && clean ? 0 : 1;
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "provider", provider);
    put(parameters, "feed", feed);
    put(parameters, "tlp", tlp);
    put(parameters, "format", format);
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
