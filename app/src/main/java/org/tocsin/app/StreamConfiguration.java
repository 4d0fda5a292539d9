package org.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.Journal;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.SubmissionReader;
import org.tocsin.stream.attachment.KafkaAttachmentLog;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.connection.StreamHealth;
import org.tocsin.stream.delivery.KafkaDeliveryLog;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.KafkaJournal;
import org.tocsin.stream.journal.KafkaJournalReader;
import org.tocsin.stream.journal.NodeJournal;
import org.tocsin.stream.lane.KafkaProgressReader;
import org.tocsin.stream.report.KafkaReportLog;
import org.tocsin.stream.submission.KafkaSubmissionReader;
import org.tocsin.stream.topics.TopicDeclaration;

/** Kafka, as every role uses it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class StreamConfiguration {
  @Bean(destroyMethod = "close")
  StreamConnection streamConnection(KafkaProperties properties, MeterRegistry registry) {
    return new StreamConnection(properties.toSettings(), registry);
  }

  @Bean
  TopicDeclaration topicDeclaration(StreamConnection connection) {
    return new TopicDeclaration(connection);
  }

  @Bean
  NodeJournal nodeJournal(StreamConnection connection) {
    return new NodeJournal(connection);
  }

  @Bean
  Journal journal(StreamConnection connection) {
    return new KafkaJournal(connection);
  }

  @Bean
  JournalProgress journalProgress(StreamConnection connection) {
    return new JournalProgress(connection);
  }

  @Bean
  JournalReader journalReader(StreamConnection connection, JournalProgress progress) {
    return new KafkaJournalReader(connection, progress, Set.of());
  }

  @Bean(destroyMethod = "close")
  ReportLog reportLog(StreamConnection connection) {
    return new KafkaReportLog(connection);
  }

  @Bean(destroyMethod = "close")
  AttachmentLog attachmentLog(StreamConnection connection) {
    return new KafkaAttachmentLog(connection);
  }

  @Bean
  DeliveryLog deliveryLog(StreamConnection connection) {
    return new KafkaDeliveryLog(connection);
  }

  @Bean
  KafkaProgressReader progressReader(StreamConnection connection) {
    return new KafkaProgressReader(connection);
  }

  @Bean(destroyMethod = "close")
  SubmissionReader submissionReader(StreamConnection connection) {
    return new KafkaSubmissionReader(connection);
  }

  @Bean
  CheckedHealth kafkaHealthIndicator(StreamConnection connection) {
    return new CheckedHealth(new StreamHealth(connection)::check);
  }
}
