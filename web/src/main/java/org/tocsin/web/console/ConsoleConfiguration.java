package org.tocsin.web.console;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages people work with. */
@Configuration(proxyBeanMethods = false)
@Import({
  PageFrame.class,
  IncomingPage.class,
  FeedsPage.class,
  FeedForms.class,
  ReceiptPage.class,
  SearchPage.class,
  ObservationPage.class,
  RejectsPage.class,
  RejectPage.class,
  ObjectsPage.class,
  DirectoryPage.class,
  DirectoryForms.class,
  IncidentsPage.class,
  IncidentPage.class,
  AttachmentPage.class,
  IncidentStixPage.class,
  NewIncident.class,
  WarningsPage.class,
  WarningPage.class,
  WarningEditor.class,
  WarningReview.class,
  WarningBoard.class,
  WarningReach.class,
  SubscriptionsPage.class,
  SubscriptionForms.class,
  JournalPage.class,
  HelpPage.class
})
public class ConsoleConfiguration {}
