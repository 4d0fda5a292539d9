package org.tocsin.launcher;

import org.tocsin.engines.identity.IdentityException;
import org.tocsin.engines.process.ProcessFailedException;
import org.tocsin.launcher.run.LauncherException;
import org.tocsin.launcher.submit.SubmitCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the script {@code tocsin}. Exit code 0 means done; 1 failed; 2 misused. */
@Command(
    name = "tocsin",
    description = "Tocsin on this machine: starts it, stops it, feeds it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      LogsCommand.class,
      SubmitCommand.class,
      TokenCommand.class,
      RebuildCommand.class,
      BenchCommand.class,
      TaxiiCheckCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Tocsin {

  private Tocsin() {}

  /**
   * Runs one command.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Tocsin());
    line.setExecutionExceptionHandler(Tocsin::explain);
    System.exit(line.execute(args));
  }

  /** What a person can act on is a sentence; anything else is a defect and shows where it is. */
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    boolean expected =
        failure instanceof LauncherException
            || failure instanceof ProcessFailedException
            || failure instanceof IdentityException;
    if (expected) {
      line.getErr().println("tocsin: " + failure.getMessage());
    } else {
      failure.printStackTrace(line.getErr());
    }
    return 1;
  }
}
