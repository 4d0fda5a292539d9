package org.tocsin.launcher;

import java.util.concurrent.Callable;
import org.tocsin.engines.identity.LocalTokens;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.RunningTocsin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin token}: a bearer token of a local identity, and nothing else, on the screen. */
@Command(
    name = "token",
    description = "Prints a bearer token of a local person or machine.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "such as analyst or feed-shadowserver")
  private String name = "";

  @Override
  public Integer call() {
    String keycloak = RunningTocsin.require(Home.fromEnvironment()).address(Part.KEYCLOAK);
    System.out.println(new LocalTokens(keycloak).of(name));
    return 0;
  }
}
