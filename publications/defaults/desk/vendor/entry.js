/*! ProseMirror by Marijn Haverbeke and others, MIT licence (LICENSE.txt). Made by scripts/desk_editor.py. */
export { baseKeymap } from "prosemirror-commands";
export { closeHistory, history, redo, undo } from "prosemirror-history";
export { keymap } from "prosemirror-keymap";
export { Fragment, Node, Schema, Slice } from "prosemirror-model";
export { EditorState, NodeSelection, Plugin, PluginKey, TextSelection } from "prosemirror-state";
export { Decoration, DecorationSet, EditorView } from "prosemirror-view";
