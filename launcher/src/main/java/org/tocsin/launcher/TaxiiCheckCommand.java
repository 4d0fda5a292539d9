package org.tocsin.launcher;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.launcher.run.LauncherException;
import org.tocsin.taxiicheck.Credentials;
import org.tocsin.taxiicheck.Finding;
import org.tocsin.taxiicheck.Outcome;
import org.tocsin.taxiicheck.TaxiiCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code tocsin taxii-check}: examines any TAXII 2.1 server. Exit code 1 where it breaks a rule.
 */
@Command(
    name = "taxii-check",
    description = "Examines a TAXII 2.1 server by the rules of the standard, a line for each.",
    mixinStandardHelpOptions = true)
final class TaxiiCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "URL", description = "discovery, such as https://example.com/taxii2/")
  private URI discovery = URI.create("");

  @Option(names = "--user", paramLabel = "NAME", description = "who asks, by HTTP Basic")
  private @Nullable String user;

  @Option(
      names = "--password",
      arity = "0..1",
      interactive = true,
      description = "the password of NAME; asked for where none is given")
  private @Nullable String password;

  @Option(names = "--token", description = "who asks, by a bearer token")
  private @Nullable String token;

  @Option(
      names = "--add-to",
      paramLabel = "COLLECTION",
      description = "also adds an indicator to this collection, by id or alias; it stays there")
  private @Nullable String addTo;

  @Override
  public Integer call() {
    if (discovery.getHost() == null) {
      throw new LauncherException(
          "the address of a server is needed, such as https://example.com/taxii2/");
    }
    List<Finding> findings =
        TaxiiCheck.examine(
            discovery, credentials(), addTo, found -> System.out.println(found.line()));
    System.out.printf(
        "%d rules kept, %d broken, %d not seen%n",
        count(findings, Outcome.KEPT),
        count(findings, Outcome.BROKEN),
        count(findings, Outcome.NOT_SEEN));
    return count(findings, Outcome.BROKEN) == 0 ? 0 : 1;
  }

  private Credentials credentials() {
    if (token != null) {
      return Credentials.bearer(token);
    }
    return user == null
        ? Credentials.NONE
        : Credentials.basic(user, password == null ? "" : password);
  }

  private static long count(List<Finding> findings, Outcome outcome) {
    return findings.stream().filter(found -> found.outcome() == outcome).count();
  }
}
