import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges.js';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges/IListenerBridge.js';

import type { Mailer } from '../../server/mailer.mts';
import type { Screens } from '../../server/screens.mts';
import type { SlashCommands } from '../../server/slashCommands.mts';
import type { Database } from '../../store/database.mts';
import { absent } from '../appCalls.mts';
import type { AppEvent } from '../cluster.mts';
import { Apis } from './api.mts';
import { Commands } from './commands.mts';
import { Emails } from './email.mts';
import { Http } from './http.mts';
import { Messages } from './messages.mts';
import { Persistence } from './persistence.mts';
import { Rooms } from './rooms.mts';
import { Scheduler } from './scheduler.mts';
import { Activation, DetailChanges, FederationKeys, Internal, Roles, ServerSettings } from './systemBridges.mts';
import { UiInteractions } from './uiInteraction.mts';
import { Users } from './users.mts';

export interface BridgeDeps {
    database: Database;
    screens: Screens;
    mailer: Mailer;
    commands: SlashCommands;
    /** A function, because the manager is created after its bridges. */
    manager: () => AppManager;
    broadcast: (event: AppEvent) => void;
}

/** Every bridge that the engine needs to a server. */
export class Bridges extends AppBridges {
    readonly apis: Apis;
    readonly scheduler: Scheduler;
    private readonly bridges;

    constructor({ database, screens, mailer, commands, manager, broadcast }: BridgeDeps) {
        super();
        this.apis = new Apis(database, () => manager().getApiManager());
        this.scheduler = new Scheduler(database);
        this.bridges = {
            activation: new Activation(broadcast),
            apis: this.apis,
            commands: new Commands(database, commands, () => manager().getCommandManager()),
            details: new DetailChanges(broadcast),
            emails: new Emails(database, mailer),
            federation: new FederationKeys(database),
            http: new Http(),
            internal: new Internal(database),
            messages: new Messages(database, screens, manager),
            persistence: new Persistence(database),
            roles: new Roles(database),
            rooms: new Rooms(database, manager),
            serverSettings: new ServerSettings(database),
            uiInteractions: new UiInteractions(screens),
            users: new Users(database),
        };
    }

    getApiBridge = () => this.bridges.apis;
    getAppActivationBridge = () => this.bridges.activation;
    getAppDetailChangesBridge = () => this.bridges.details;
    getCommandBridge = () => this.bridges.commands;
    getEmailBridge = () => this.bridges.emails;
    getHttpBridge = () => this.bridges.http;
    getInternalBridge = () => this.bridges.internal;
    getInternalFederationBridge = () => this.bridges.federation;
    getMessageBridge = () => this.bridges.messages;
    getPersistenceBridge = () => this.bridges.persistence;
    getRoleBridge = () => this.bridges.roles;
    getRoomBridge = () => this.bridges.rooms;
    getServerSettingBridge = () => this.bridges.serverSettings;
    getUiInteractionBridge = () => this.bridges.uiInteractions;
    getUserBridge = () => this.bridges.users;

    getCloudWorkspaceBridge = () => absent<never>('CloudWorkspaceBridge');
    getContactBridge = () => absent<never>('ContactBridge');
    getEnvironmentalVariableBridge = () => absent<never>('EnvironmentalVariableBridge');
    getExperimentalBridge = () => absent<never>('ExperimentalBridge');
    getListenerBridge = () => absent<IListenerBridge>('ListenerBridge');
    getLivechatBridge = () => absent<never>('LivechatBridge');
    getModerationBridge = () => absent<never>('ModerationBridge');
    getOAuthAppsBridge = () => absent<never>('OAuthAppsBridge', ['doPurge', 'purge']);
    getOutboundMessageBridge = () => absent<never>('OutboundMessageBridge');
    getSchedulerBridge = () => this.scheduler;
    getThreadBridge = () => absent<never>('ThreadBridge');
    getUploadBridge = () => absent<never>('UploadBridge');
    getVideoConferenceBridge = () => absent<never>('VideoConferenceBridge');
}
