package org.tocsin.alerts.delivery;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Decisions;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.StixVersions;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.delivery.DeliveryProgress;
import org.tocsin.stream.journal.JournalProgress;

/**
 * What delivering reads and writes.
 *
 * @param log the ledger, as it is written
 * @param writer the view that is made of the ledger
 * @param deliveries that view, as it is searched
 * @param decisions what became of commands
 * @param versions what was released
 * @param journal up to when what was released is visible
 * @param projected how far the projector is
 * @param read how far the ledger was read
 * @param memberships what the directory says of organisations
 * @param namespace the node's
 * @param clock says what time it is
 */
public record DeliveryPorts(
    DeliveryLog log,
    DeliveryWriter writer,
    Deliveries deliveries,
    Decisions decisions,
    StixVersions versions,
    JournalReader journal,
    JournalProgress projected,
    DeliveryProgress read,
    Memberships memberships,
    Supplier<NodeNamespace> namespace,
    InstantSource clock) {}
