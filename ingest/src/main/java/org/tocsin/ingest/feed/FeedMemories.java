package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is remembered of each feed, in a small file of its own. */
final class FeedMemories {
  private static final Logger log = LoggerFactory.getLogger(FeedMemories.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  FeedMemories(Path folder) {
    this.folder = folder;
  }

  /** What is remembered of a feed; nothing where that can't be read. */
  FeedMemory read(String feed) {
    try {
      return JSON.readValue(Files.readAllBytes(file(feed)), FeedMemory.class);
    } catch (NoSuchFileException e) {
      return FeedMemory.NEW;
    } catch (IOException | JacksonException e) {
      log.warn("What was remembered of feed {} can not be read; it is fetched anew", feed, e);
      return FeedMemory.NEW;
    }
  }

  /** Writes it beside the old one first, so that there is always a whole one. */
  void write(String feed, FeedMemory memory) throws IOException {
    Files.createDirectories(folder);
    Path next = folder.resolve(feed + ".json.part");
    try (FileChannel channel =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      out.write(JSON.writeValueAsBytes(memory));
      channel.force(true);
    }
    Files.move(
        next, file(feed), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String feed) {
    return folder.resolve(feed + ".json");
  }
}
