package org.tocsin.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * What is watched, and under which terms its files are taken.
 *
 * @param path the folder
 * @param flat provider and feed of files that lie in no folder of a provider; its feed is also that
 *     of files in no folder of a feed
 * @param tlp the level declared for all files, null for none
 * @param loosest the loosest level a file may claim for itself
 * @param poll how often to look; a file is taken once it was the same twice
 */
public record FolderSettings(
    Path path, Origin flat, @Nullable Tlp tlp, Tlp loosest, Duration poll) {}
