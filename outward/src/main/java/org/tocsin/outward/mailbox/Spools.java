package org.tocsin.outward.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;

/**
 * Keeps mails on disk while they are handed on.
 *
 * @param folder where
 */
record Spools(Path folder) {
  /** Takes one; nothing is left on disk where that fails. */
  Fetched keep(URI from, long most, Consumer<OutputStream> written) {
    Spooled spooled = new Spooled(folder, most);
    try {
      written.accept(spooled);
      spooled.close();
      return spooled.kept(from);
    } catch (IOException e) {
      spooled.drop();
      throw new FetchFailedException(Failure.DISK, "See whether there is room for it.", e);
    } catch (RuntimeException e) {
      spooled.drop();
      throw e;
    }
  }
}
