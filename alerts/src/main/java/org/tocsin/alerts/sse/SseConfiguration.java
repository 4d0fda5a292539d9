package org.tocsin.alerts.sse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.StixVersions;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.JournalTail;

/** The streams of what goes out. */
@Configuration(proxyBeanMethods = false)
public class SseConfiguration {
  @Bean
  Pulse releasePulse(StreamConnection connection, JournalProgress progress) {
    return new Pulse(progress, (offset, listener) -> new JournalTail(connection, offset, listener));
  }

  @Bean
  Streams releaseStreams(
      StixVersions versions, JournalReader journal, Memberships memberships, Pulse pulse) {
    return new Streams(versions, journal, memberships, pulse);
  }

  @Bean
  StreamsController releaseStreamDoor(Streams streams, ReaderSource readers) {
    return new StreamsController(streams, readers);
  }
}
