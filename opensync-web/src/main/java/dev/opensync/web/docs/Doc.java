package dev.opensync.web.docs;

import java.util.List;

/**
 * One document, read from its Markdown.
 *
 * @param name in addresses
 * @param html ready to be shown; its examples still name the address of the documentation
 * @param sections in their order, the document itself first
 */
public record Doc(String name, String title, String markdown, String html, List<Section> sections) {

    public Doc {
        sections = List.copyOf(sections);
    }

    /**
     * What stands under one heading.
     *
     * @param anchor id of the heading
     * @param level 1 for the title of the document
     * @param text without marks, for the search
     */
    public record Section(String anchor, int level, String title, String text) {}

    /** What the table of contents names. */
    public List<Section> contents() {
        return sections.stream()
                .filter(section -> section.level() == 2 || section.level() == 3)
                .toList();
    }
}
