/** How what people decide gets into the journal, and what they are told about it. */
@NullMarked
package org.tocsin.web.command;

import org.jspecify.annotations.NullMarked;
