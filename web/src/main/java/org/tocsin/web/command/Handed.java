package org.tocsin.web.command;

import java.util.Optional;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;

/**
 * A command and what came of it.
 *
 * @param outcome empty where nothing is known of it yet
 */
public record Handed(Command command, Optional<Decision> outcome) {}
